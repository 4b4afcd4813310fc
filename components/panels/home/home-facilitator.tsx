import type { WorkshopSummary } from '@/lib/api/contracts';
import { evidencePaths } from '@/lib/api/evidence-contracts';
import type { TemplateSummary } from '@/lib/api/template-contracts';
import { nlHome } from '@/lib/messages/nl-home';
import { ExampleButton } from './example-button';
import styles from './home.module.css';
import { NewWorkshop } from './new-workshop';
import { SchemaPicture } from './schema-picture';
import { WorkshopCards } from './workshop-cards';

function Preparation() {
  return (
    <nav className={styles.links} aria-label={nlHome.preparation}>
      <a href={evidencePaths.sourcesPage}>{nlHome.sources}</a>
      <a href={evidencePaths.templatesPage}>{nlHome.templates}</a>
    </nav>
  );
}

type Props = { workshops: WorkshopSummary[]; templates: TemplateSummary[] };

/** For a facilitator: the first time one obvious click, later the workshops. */
export function HomeFacilitator({ workshops, templates }: Props) {
  if (workshops.length === 0) {
    return (
      <>
        <div className={styles.hero}>
          <div className={styles.words}>
            <h1>{nlHome.welcomeTitle}</h1>
            <p className={styles.lead}>{nlHome.welcomeText}</p>
            <div className={styles.start}>
              <ExampleButton large />
            </div>
            <p className={styles.soft}>{nlHome.welcomeNote}</p>
          </div>
          <div className={styles.picture}>
            <SchemaPicture />
          </div>
        </div>
        <NewWorkshop templates={templates} />
        <Preparation />
      </>
    );
  }
  return (
    <>
      <h1>{nlHome.title}</h1>
      <div className={styles.top}>
        <NewWorkshop variant="primary" templates={templates} />
        <ExampleButton variant="secondary" />
      </div>
      <WorkshopCards workshops={workshops} />
      <Preparation />
    </>
  );
}
