import { Alert } from '@/components/ui/alert';
import { nlHome } from '@/lib/messages/nl-home';
import { CodeForm } from '../join/code-form';
import { HelpNumbers } from '../leave/help-numbers';
import styles from './home.module.css';
import { SchemaPicture } from './schema-picture';

/** For somebody without a session: the code field, and what this is. */
export function HomeVisitor({ problem }: { problem: string | null }) {
  return (
    <>
      <div className={styles.hero}>
        <div className={styles.words}>
          <h1>{nlHome.visitorTitle}</h1>
          <p className={styles.lead}>{nlHome.visitorLead}</p>
          <section className={styles.code} aria-labelledby="code">
            <h2 id="code">{nlHome.codeTitle}</h2>
            {problem && (
              <Alert kind="error" live>
                {problem}
              </Alert>
            )}
            <CodeForm />
            <p className={styles.soft}>{nlHome.linkInstead}</p>
          </section>
        </div>
        <div className={styles.picture}>
          <SchemaPicture />
        </div>
      </div>
      <div className={styles.below}>
        <section aria-labelledby="hoe">
          <h2 id="hoe">{nlHome.howTitle}</h2>
          <ol className={styles.steps}>
            {nlHome.how.map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ol>
        </section>
        <section aria-labelledby="begeleider">
          <h2 id="begeleider">{nlHome.facilitatorTitle}</h2>
          <p>{nlHome.facilitatorText}</p>
        </section>
        <HelpNumbers />
      </div>
    </>
  );
}
