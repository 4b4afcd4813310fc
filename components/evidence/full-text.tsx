'use client';
import type { ElementEvidence } from '@/lib/api/evidence-contracts';
import type { PassageView } from '@/lib/api/map-contracts';
import { nlEvidence } from '@/lib/messages/nl-evidence';
import styles from './evidence.module.css';
import type { EvidenceHere } from './evidence-here';
import { NotImported } from './not-here';
import { PassageSource } from './quote';
import { ShowAll } from './show-all';
import { TextWithAbbreviations } from './text-with-abbreviations';

const FIRST_TEXTS = 5;

function Text({ passage, here }: { passage: PassageView; here: EvidenceHere }) {
  return (
    <p className={styles.text}>
      <TextWithAbbreviations text={passage.text} abbreviations={here.abbreviations} />
    </p>
  );
}

function WordingsWithin({ wordings, here }: { wordings: ElementEvidence['wordings']; here: EvidenceHere }) {
  if (wordings.length === 0) return null;
  const points = new Set(wordings.map(({ elementId }) => elementId)).size;
  return (
    <details className={styles.details}>
      <summary>{nlEvidence.fullTextOfPoints(points)}</summary>
      <ShowAll items={wordings} first={FIRST_TEXTS} label={nlEvidence.showAllTexts} keyOf={({ passage }) => passage.id}>
        {({ passage }) => <Text passage={passage} here={here} />}
      </ShowAll>
    </details>
  );
}

/** The full wording of the element itself, and folded in: of the points in it. */
export function FullText({ evidence, here }: { evidence: ElementEvidence; here: EvidenceHere }) {
  const own = evidence.wordings.filter(({ elementId }) => elementId === here.elementId);
  const within = evidence.wordings.filter(({ elementId }) => elementId !== here.elementId);
  const [first] = own;
  const facilitator = here.state.me.role === 'facilitator';
  return (
    <section className={styles.part}>
      <h3>{nlEvidence.fullText}</h3>
      {!evidence.imported.analysis && <NotImported source="analysis" facilitator={facilitator} />}
      {evidence.imported.analysis && evidence.wordings.length === 0 && (
        <p className={styles.soft}>{nlEvidence.noFullText}</p>
      )}
      {own.map(({ passage }) => (
        <Text key={passage.id} passage={passage} here={here} />
      ))}
      {first && <PassageSource workshopId={here.workshopId} passage={first.passage} />}
      <WordingsWithin wordings={within} here={here} />
    </section>
  );
}

/** What the report says about an intervention point. */
export function Explanation({ evidence, here }: { evidence: ElementEvidence; here: EvidenceHere }) {
  const { explanations, imported } = evidence;
  const [first] = explanations;
  return (
    <section className={styles.part}>
      <h3>{nlEvidence.explanation}</h3>
      {!imported.report && <NotImported source="report" facilitator={here.state.me.role === 'facilitator'} />}
      {imported.report && !first && <p className={styles.soft}>{nlEvidence.noExplanation}</p>}
      {explanations.map((passage) => (
        <Text key={passage.id} passage={passage} here={here} />
      ))}
      {first && <PassageSource workshopId={here.workshopId} passage={first} />}
    </section>
  );
}
