import type { SourceView } from '@/lib/api/evidence-contracts';
import { formatDate } from '@/lib/messages/format';
import { EVIDENCE_KIND_WORDS, importTotals, SOURCE_KIND_WORDS } from '@/lib/messages/nl-import';
import { nlSources } from '@/lib/messages/nl-sources';
import styles from './sources.module.css';

function Source({ source, older }: { source: SourceView; older: SourceView[] }) {
  const { title, kind, evidence, version, importedAt, dated, totals } = source;
  return (
    <li className={styles.source}>
      <h3>{title}</h3>
      <p className={styles.soft}>
        {SOURCE_KIND_WORDS[kind]} · {nlSources.kindOfEvidence(EVIDENCE_KIND_WORDS[evidence])}
        {dated && ` · ${dated}`}
      </p>
      <p>
        <strong>{nlSources.version(version)}</strong>, {nlSources.importedOn(formatDate(importedAt))}
      </p>
      <p className={styles.soft}>{importTotals(totals).join(' · ')}</p>
      {older.length > 0 && (
        <details className={styles.node}>
          <summary>{nlSources.older(older.length)}</summary>
          <ul className={styles.plain}>
            {older.map((one) => (
              <li key={one.id}>
                {nlSources.version(one.version)}, {nlSources.importedOn(formatDate(one.importedAt))}
              </li>
            ))}
          </ul>
        </details>
      )}
    </li>
  );
}

/** The newest version of every document; older ones folded below it. */
export function SourceList({ sources }: { sources: SourceView[] }) {
  const newest = sources.filter((source) => source.newest);
  if (newest.length === 0) return <p>{nlSources.empty}</p>;
  return (
    <ul className={styles.sources}>
      {newest.map((source) => (
        <Source
          key={source.slug}
          source={source}
          older={sources.filter(({ slug, newest: isNewest }) => slug === source.slug && !isNewest)}
        />
      ))}
    </ul>
  );
}
