import { Alert } from '@/components/ui/alert';
import type { WorkshopState } from '@/lib/api/contracts';
import { evidencePaths, type SectionStep, type SectionView } from '@/lib/api/evidence-contracts';
import type { PassageView } from '@/lib/api/map-contracts';
import { nlEvidence, nlReader } from '@/lib/messages/nl-evidence';
import { passageElementId, Quote } from '../quote';
import { TextWithAbbreviations } from '../text-with-abbreviations';
import { BelongsTo, type NamedElement } from './belongs-to';
import { ContentsTree } from './contents-tree';
import { PassagePins } from './passage-pins';
import styles from './reader.module.css';
import { ReaderMapProvider } from './reader-map';
import { documentElementId } from './source-shelf';

const name = nlEvidence.sectionName;

function Path({ workshopId, section }: { workshopId: string; section: SectionView }) {
  return (
    <nav aria-label={nlReader.path} className={styles.path}>
      <ol>
        <li>
          <a href={evidencePaths.reader(workshopId)}>{nlReader.title}</a>
        </li>
        <li>
          <a href={`${evidencePaths.reader(workshopId)}#${documentElementId(section.source.slug)}`}>
            {section.source.title}
          </a>
        </li>
        {section.path.map((step) => (
          <li key={step.id}>
            <a href={evidencePaths.section(workshopId, step.id)}>{name(step)}</a>
          </li>
        ))}
      </ol>
    </nav>
  );
}

/** [ES1] An older version stays readable and says where the newer one is. */
function Older({ workshopId, section: { source, newer } }: { workshopId: string; section: SectionView }) {
  if (source.newest) return null;
  const href = newer ? evidencePaths.section(workshopId, newer.id) : evidencePaths.reader(workshopId);
  return (
    <Alert kind="info" title={nlReader.older}>
      <p>
        {nlReader.olderText(source.version)} {!newer && nlReader.goneInNewer} <a href={href}>{nlReader.toNewer}</a>
      </p>
    </Alert>
  );
}

function Passage({ passage, section }: { passage: PassageView; section: SectionView }) {
  const id = passageElementId(passage.id);
  if (passage.kind === 'quote') {
    return (
      <Quote passage={passage} abbreviations={section.abbreviations} id={id}>
        <PassagePins passageId={passage.id} />
      </Quote>
    );
  }
  return (
    <p id={id} className={passage.kind === 'heading' ? styles.headingText : styles.text} data-passage={passage.id}>
      <TextWithAbbreviations text={passage.text} abbreviations={section.abbreviations} />
    </p>
  );
}

function Step({ workshopId, step, word, rel }: { workshopId: string; step: SectionStep; word: string; rel: string }) {
  return (
    <a className={styles.step} rel={rel} href={evidencePaths.section(workshopId, step.id)}>
      <span className={styles.soft}>{word}</span>
      <span>{name(step)}</span>
    </a>
  );
}

function Steps({ workshopId, section: { previous, next } }: { workshopId: string; section: SectionView }) {
  if (!previous && !next) return null;
  return (
    <nav aria-label={nlReader.steps} className={`${styles.steps} no-print`}>
      {previous && <Step workshopId={workshopId} step={previous} word={nlReader.previous} rel="prev" />}
      {next && <Step workshopId={workshopId} step={next} word={nlReader.next} rel="next" />}
    </nav>
  );
}

/** One section of a source: its passages in order, what is below it, and the way back to the schema. */
export function SectionReader({
  state,
  section,
  elements,
}: {
  state: WorkshopState;
  section: SectionView;
  elements: readonly NamedElement[];
}) {
  const { passages, children } = section;
  return (
    <ReaderMapProvider state={state}>
      <article className={styles.page}>
        <div className={styles.heading}>
          <Path workshopId={state.id} section={section} />
          <h1>{name(section)}</h1>
        </div>
        <Older workshopId={state.id} section={section} />
        <BelongsTo workshopId={state.id} elements={elements} />
        {passages.length === 0 && <p className={styles.soft}>{nlReader.noPassages}</p>}
        {passages.length > 0 && (
          <ol className={styles.passages}>
            {passages.map((passage) => (
              <li key={passage.id}>
                <Passage passage={passage} section={section} />
              </li>
            ))}
          </ol>
        )}
        {children.length > 0 && (
          <section className={styles.below} aria-labelledby="delen">
            <h2 id="delen">{nlReader.parts}</h2>
            <ContentsTree workshopId={state.id} nodes={children} />
          </section>
        )}
        <Steps workshopId={state.id} section={section} />
      </article>
    </ReaderMapProvider>
  );
}
