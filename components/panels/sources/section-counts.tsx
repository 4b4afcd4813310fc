import type { SectionCount } from '@/lib/domain/evidence/parsed-source';
import { IMPORT_COUNTS } from '@/lib/messages/nl-import';
import { nlSources } from '@/lib/messages/nl-sources';
import styles from './sources.module.css';

const KINDS = ['quotes', 'explanations', 'wordings', 'texts'] as const;
type Counts = Record<(typeof KINDS)[number], number>;

function sumWithin(section: SectionCount): Counts {
  const below = section.children.map(sumWithin);
  const sum = (kind: keyof Counts) => below.reduce((total, counts) => total + counts[kind], section[kind]);
  return { quotes: sum('quotes'), explanations: sum('explanations'), wordings: sum('wordings'), texts: sum('texts') };
}

const inWords = (counts: Counts): string =>
  KINDS.filter((kind) => counts[kind] > 0)
    .map((kind) => IMPORT_COUNTS[kind](counts[kind]))
    .join(' · ') || nlSources.nothing;

/** With sections inside: all together, and apart what stands directly under the title. */
function countsOf(section: SectionCount): string {
  if (section.children.length === 0) return inWords(section);
  const all = nlSources.within(inWords(sumWithin(section)));
  return KINDS.some((kind) => section[kind] > 0) ? `${all} ${nlSources.direct(inWords(section))}` : all;
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
