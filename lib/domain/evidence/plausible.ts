import type { ParsedSource, PassageKind } from './parsed-source';
import { missingEntries, type Reading } from './reading';

/** More than this share of a list of contents that never comes means that a text was cut off. */
const MOST_MISSING = 0.5;
const LEAST_ENTRIES = 4;

const WANTED: Record<ParsedSource['kind'], PassageKind> = {
  analysis: 'wording',
  report: 'explanation',
  anthology: 'quote',
  other: 'text',
};

/** A document of a kind we know that lacks what it is there for, or most of what it announces. */
export function isIncomplete({ kind, sections }: ParsedSource, reading: Reading): boolean {
  const { entries } = reading.contents;
  if (entries.length >= LEAST_ENTRIES && missingEntries(reading).length > entries.length * MOST_MISSING) return true;
  return !sections.some(({ passages }) => passages.some((passage) => passage.kind === WANTED[kind]));
}
