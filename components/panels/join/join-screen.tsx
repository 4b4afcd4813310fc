import { Alert } from '@/components/ui/alert';
import { ButtonLink } from '@/components/ui/button-link';
import { paths } from '@/lib/api/contracts';
import { nlCommon } from '@/lib/messages/nl';
import { nlHome } from '@/lib/messages/nl-home';
import { nlJoin } from '@/lib/messages/nl-join';
import { HelpNumbers } from '../leave/help-numbers';
import { CodeForm } from './code-form';
import { JoinForm } from './join-form';
import styles from './join-screen.module.css';
import { ReturningPerson } from './returning-person';

export type JoinInvitation = {
  workshop: { id: string; title: string; purpose: string; perspectives: string[] };
  role: 'participant' | 'observer';
  /** the name this browser already goes by in this workshop */
  known: string | null;
};

/** Coming in with a link that works. */
export function JoinScreen({ invitation: { workshop, role, known } }: { invitation: JoinInvitation }) {
  const form = <JoinForm role={role} perspectives={workshop.perspectives} />;
  return (
    <div className={styles.join}>
      <div className={styles.heading}>
        <p className={styles.eyebrow}>{nlJoin.eyebrow}</p>
        <h1>{workshop.title}</h1>
        {workshop.purpose && <p className={styles.purpose}>{workshop.purpose}</p>}
      </div>
      {role === 'observer' && (
        <Alert kind="info">
          <p>{nlJoin.observer}</p>
        </Alert>
      )}
      {known ? (
        <ReturningPerson name={known} workshopId={workshop.id}>
          {form}
        </ReturningPerson>
      ) : (
        form
      )}
      <p className={styles.safe}>
        {nlJoin.safeLater} <strong>{nlCommon.safeWriting}</strong>
      </p>
      <HelpNumbers />
    </div>
  );
}

/** A link that does not work, or none: why, and the code field as the other way in. */
export function JoinRefused({
  reason,
  inside,
}: {
  reason: keyof typeof nlJoin.states;
  inside: { id: string; name: string } | null;
}) {
  const { title, text } = nlJoin.states[reason];
  return (
    <div className={styles.join}>
      <div className={styles.heading}>
        <h1>{title}</h1>
        <p>{text}</p>
      </div>
      {inside && (
        <p>
          <ButtonLink variant="primary" large href={paths.workshop(inside.id)}>
            {nlJoin.returningButton(inside.name)}
          </ButtonLink>
        </p>
      )}
      <section className={styles.code} aria-labelledby="code">
        <h2 id="code">{nlHome.codeTitle}</h2>
        <CodeForm />
      </section>
      <HelpNumbers />
    </div>
  );
}
