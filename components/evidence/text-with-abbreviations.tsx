'use client';
import { Fragment, useId, useMemo } from 'react';
import type { AbbreviationView } from '@/lib/api/evidence-contracts';
import { nlReader } from '@/lib/messages/nl-evidence';
import { abbreviationPattern, splitAbbreviations } from './split-abbreviations';
import styles from './text-with-abbreviations.module.css';

/**
 * Plain text in which an abbreviation opens its meaning, by mouse, key or finger. The browser's own popover: it works
 * before scripts do, closes with Escape, and is never cut off by the card around it.
 */
export function TextWithAbbreviations({
  text,
  abbreviations,
}: {
  text: string;
  abbreviations: readonly AbbreviationView[];
}) {
  const id = useId();
  const parts = useMemo(() => {
    const meanings = new Map(abbreviations.map(({ abbreviation, meaning }) => [abbreviation, meaning]));
    return splitAbbreviations(text, abbreviationPattern(abbreviations), meanings);
  }, [text, abbreviations]);
  return parts.map((part, at) => {
    // Parts of one text have no identity but their place.
    const key = `${id}-${at}`;
    if (part.meaning === null) return <Fragment key={key}>{part.text}</Fragment>;
    return (
      <Fragment key={key}>
        <button type="button" className={styles.short} popoverTarget={key} title={part.meaning}>
          {part.text}
        </button>
        <span id={key} popover="auto" className={styles.meaning}>
          {nlReader.abbreviation(part.text, part.meaning)}
        </span>
      </Fragment>
    );
  });
}
