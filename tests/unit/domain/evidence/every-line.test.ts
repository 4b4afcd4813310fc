/** Nothing may be left out: each line has one place, and the words of each line are in what comes out. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readSource } from '@/lib/domain/evidence/parse-source';
import { HAS_SOURCES, readShared } from '../template/read-schema';
import { ANALYSIS, ANTHOLOGY, OTHER, REPORT } from './invented-documents';
import { SOURCE_FILES } from './source-files';

const wordsIn = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

/** Numbers of lines that are not blank and have no place. */
function lost(text: string): number[] {
  const outcome = readSource(text, 'proef.txt');
  if (!outcome.ok) return [];
  const lines = text.split(/\r\n?|\n/);
  return lines.flatMap((line, at) => (line.trim() === '' || outcome.roles.has(at + 1) ? [] : [at + 1]));
}

/** Words of the text that are in no passage, title, abbreviation, doubtful line or contents line. */
function lostWords(text: string): string[] {
  const outcome = readSource(text, 'proef.txt');
  if (!outcome.ok) return [];
  const { roles, source } = outcome;
  const kept = new Map<string, number>();
  const keep = (words: string) => {
    for (const word of wordsIn(words)) kept.set(word, (kept.get(word) ?? 0) + 1);
  };
  for (const { number, passages, title } of source.sections) {
    keep(`hoofdstuk ${number ?? ''} ${title}`);
    for (const passage of passages) keep(passage.text);
  }
  for (const { abbreviation, meaning } of source.abbreviations) keep(`${abbreviation} ${meaning}`);
  for (const { excerpt } of source.doubtful) keep(excerpt);
  const lines = text.split(/\r\n?|\n/).filter((_, at) => roles.get(at + 1) !== 'contents');
  return wordsIn(lines.join('\n').replaceAll('-\n', '')).filter((word) => {
    const left = kept.get(word) ?? 0;
    kept.set(word, left - 1);
    return left < 1;
  });
}

const LINES = [
  '',
  '',
  'Hoofdstuk 2. Bomen',
  '1.2 Takken',
  '2.1 Bladeren',
  '# Kop',
  '- een punt',
  '• nog een punt',
  'Een zin van niemand met zes woorden erin.',
  'en dit gaat verder',
  '*Schuin gezegd.*',
  '12',
  'Inhoudsopgave',
  'Bijlage 1. Afkortingenlijst',
  'AB\tAppelboom',
  '5.1. Grond (in het schema: LILA)',
  'Bloemlezing Trends en ontwikkelingen, hoofdstuk 1',
  '<noot>',
  '20200301 Schema',
  '__proto__',
  '¹ Voetnoot.',
];

describe('every line', () => {
  it.each([ANTHOLOGY, ANALYSIS, REPORT, OTHER])('[EV4] of an invented document has a place', (text) => {
    expect(lost(text)).toEqual([]);
  });

  it('[EV4] has a place, however lines are put together', () => {
    const starts = ['Bloemlezing\n\nProef\n\nHoofdstuk 1. A\n\nEen uitspraak.', ANALYSIS, REPORT, '# Titel'];
    const any = fc.tuple(fc.constantFrom(...starts), fc.array(fc.constantFrom(...LINES), { maxLength: 60 }));
    fc.assert(
      fc.property(any, ([start, lines]) => {
        expect(lost(`${start}\n${lines.join('\n')}`)).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  it.skipIf(!HAS_SOURCES).each(SOURCE_FILES)('[EV4] of %s has a place', (file) => {
    expect(lost(readShared(`sources/${file}`))).toEqual([]);
  });

  it.each([ANTHOLOGY, REPORT])('[EV4] of an invented document keeps its words', (text) => {
    expect(lostWords(text)).toEqual([]);
  });

  it.skipIf(!HAS_SOURCES).each(SOURCE_FILES.slice(0, 3))('[EV4] of %s keeps its words', (file) => {
    expect(lostWords(readShared(`sources/${file}`))).toEqual([]);
  });
});
