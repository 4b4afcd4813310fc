import type { SectionCount } from '@/lib/domain/evidence/parsed-source';
import { IMPORT_COUNTS } from '@/lib/messages/nl-import';
import { nlSources } from '@/lib/messages/nl-sources';
import styles from './sources.module.css';

/** What is directly in a section, in words; quotes with those below it when there are more. */
function countsOf({ quotes, explanations, wordings, texts, quotesWithin }: SectionCount): string {
  const own = { quotes, explanations, wordings, texts };
  const words = (Object.keys(own) as (keyof typeof own)[])
    .filter((key) => own[key] > 0)
    .map((key) => IMPORT_COUNTS[key](own[key]));
  const within = quotesWithin > quotes ? [nlSources.within(IMPORT_COUNTS.quotes(quotesWithin))] : [];
  return [...words, ...within].join(' · ') || nlSources.nothing;
}

function Heading({ section }: { section: SectionCount }) {
  const { number, title } = section;
  return (
    <span className={styles.section}>
      <span>
        {number && <strong>{number} </strong>}
        {title}
      </span>
      <span className={styles.soft}>{countsOf(section)}</span>
    </span>
  );
}

function Section({ section }: { section: SectionCount }) {
  if (section.children.length === 0) {
    return (
      <li className={styles.leaf}>
        <Heading section={section} />
      </li>
    );
  }
  return (
    <li>
      <details className={styles.node}>
        <summary>
          <Heading section={section} />
        </summary>
        <SectionCounts sections={section.children} />
      </details>
    </li>
  );
}

/** Chapters with their sections folded inside, each with exact counts. */
export function SectionCounts({ sections }: { sections: SectionCount[] }) {
  return (
    <ul className={styles.tree}>
      {sections.map((section, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a report never changes, and titles come twice
        <Section key={at} section={section} />
      ))}
    </ul>
  );
}
