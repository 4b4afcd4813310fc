import { type ChapterView, evidencePaths } from '@/lib/api/evidence-contracts';
import { nlEvidence } from '@/lib/messages/nl-evidence';
import styles from './evidence.module.css';
import { NotImported } from './not-here';

function Chapter({ workshopId, chapter }: { workshopId: string; chapter: ChapterView }) {
  const { status, sectionId, quotes } = chapter;
  if (status === 'here' && sectionId !== null) {
    return (
      <>
        <a className={styles.target} href={evidencePaths.section(workshopId, sectionId)}>
          {nlEvidence.chapter(chapter)}
        </a>{' '}
        <span className={styles.soft}>({nlEvidence.quotes(quotes)})</span>
      </>
    );
  }
  const word = status === 'not-supplied' ? nlEvidence.notSupplied : nlEvidence.notImported;
  return (
    <>
      {nlEvidence.chapter(chapter)} <strong className={styles.badge}>{word}</strong>
    </>
  );
}

/** [ES5] The chapters an element refers to: links to what is here, plain words for what is not. */
export function ChapterList({
  workshopId,
  chapters,
  facilitator,
}: {
  workshopId: string;
  chapters: readonly ChapterView[];
  facilitator: boolean;
}) {
  if (chapters.length === 0) return null;
  const has = (status: ChapterView['status']): boolean => chapters.some((chapter) => chapter.status === status);
  return (
    <section className={styles.part}>
      <h3>{nlEvidence.chapters}</h3>
      <ul className={styles.chapters}>
        {chapters.map((chapter) => (
          <li key={`${chapter.anthology}/${chapter.chapter}`} data-chapter={chapter.status}>
            <Chapter workshopId={workshopId} chapter={chapter} />
          </li>
        ))}
      </ul>
      {has('not-supplied') && <p className={styles.soft}>{nlEvidence.notSuppliedText}</p>}
      {has('not-imported') && <NotImported source="anthology" facilitator={facilitator} />}
    </section>
  );
}
