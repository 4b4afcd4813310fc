import type { ReactNode } from 'react';
import { type AbbreviationView, evidencePaths } from '@/lib/api/evidence-contracts';
import type { PassageView } from '@/lib/api/map-contracts';
import { nlEvidence } from '@/lib/messages/nl-evidence';
import styles from './quote.module.css';
import { TextWithAbbreviations } from './text-with-abbreviations';

/** The address of a passage in the reader. */
export function passageHref(workshopId: string, passageId: string, sectionId: string): string {
  return `${evidencePaths.section(workshopId, sectionId)}#${passageElementId(passageId)}`;
}

export function passageElementId(passageId: string): string {
  return `passage-${passageId}`;
}

/** [ES9] What somebody said: never without the words that nobody checked it, and never looking like a fact. */
export function Quote({
  passage,
  abbreviations,
  id,
  children,
}: {
  passage: PassageView;
  abbreviations: readonly AbbreviationView[];
  id?: string;
  children?: ReactNode;
}) {
  return (
    <figure className={styles.quote} id={id} data-passage={passage.id}>
      <figcaption className={styles.label}>
        <svg className={styles.mark} viewBox="0 0 18 14" aria-hidden="true" focusable="false">
          <path d="M0 14V7c0-4 2-6.500 6-7l1 2C5 3 4 4 4 6h3v8zM10 14V7c0-4 2-6.500 6-7l1 2c-2 1-3 2-3 4h3v8z" />
        </svg>
        {nlEvidence.quoteLabel}
      </figcaption>
      <blockquote className={styles.text}>
        <p>
          <TextWithAbbreviations text={passage.text} abbreviations={abbreviations} />
        </p>
      </blockquote>
      {children}
    </figure>
  );
}

/** Where a passage stands, as the way to it. */
export function PassageSource({ workshopId, passage }: { workshopId: string; passage: PassageView }) {
  return (
    <p className={styles.source}>
      <a href={passageHref(workshopId, passage.id, passage.section.id)}>
        {passage.source.title}, {nlEvidence.sectionName(passage.section)}
      </a>
    </p>
  );
}
