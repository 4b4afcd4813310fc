'use client';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import type { DoubtfulLine } from '@/lib/domain/evidence/parsed-source';
import { DOUBTFUL_WORDS } from '@/lib/messages/nl-import';
import { nlSources } from '@/lib/messages/nl-sources';
import styles from './sources.module.css';

const AT_FIRST = 10;

/** The lines somebody should look at, with how each was read. */
export function DoubtfulLines({ lines }: { lines: DoubtfulLine[] }) {
  const [all, setAll] = useState(false);
  if (lines.length === 0) return <p>{nlSources.noDoubtful}</p>;
  const shown = all ? lines : lines.slice(0, AT_FIRST);
  return (
    <>
      <p>
        {nlSources.doubtfulText} {nlSources.doubtfulLines}
      </p>
      <ol className={styles.doubtful}>
        {shown.map(({ line, excerpt, why }) => (
          <li key={`${line} ${why} ${excerpt}`}>
            <span className={styles.lineNumber}>{nlSources.line(line)}</span>
            <span>
              <q className={styles.excerpt}>{excerpt}</q>
              <span className={styles.soft}>{DOUBTFUL_WORDS[why]}</span>
            </span>
          </li>
        ))}
      </ol>
      {shown.length < lines.length && (
        <div>
          <Button onClick={() => setAll(true)}>{nlSources.moreDoubtful(lines.length - shown.length)}</Button>
        </div>
      )}
    </>
  );
}
