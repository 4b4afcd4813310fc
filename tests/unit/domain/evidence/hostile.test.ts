import { describe, expect, it } from 'vitest';
import { parseSource } from '@/lib/domain/evidence/parse-source';
import { reportSource } from '@/lib/domain/evidence/report-source';
import { ANALYSIS, ANTHOLOGY } from './invented-documents';
import { read } from './read';

const SIZE = 600_000;
const fill = (piece: string, size = SIZE): string => piece.repeat(Math.ceil(size / piece.length));
/** Generous on a busy machine, and far below what anything but linear work would take. In milliseconds of processor. */
const MOST = 4000;

function processorTime(work: () => void): number {
  const before = process.cpuUsage();
  work();
  return process.cpuUsage(before).user / 1000;
}

const PIECES = [
  'a',
  '*a',
  '* ',
  '<a',
  '[',
  '[a](',
  '_a',
  ' ',
  '\t',
  '#',
  '- ',
  '1.1.',
  '"',
  ' ‘',
  'aB',
  '– ',
  '\u00ad',
  '(',
  '.',
];
const LINES = [
  '# a\n',
  '- a\n',
  '12\n',
  '1. Kop\n\n',
  '1.2 Kop\n\n',
  'a b\n\n',
  '– a\n',
  'Inhoudsopgave\n',
  '1.1 Kop\t3\n',
  'AB cd\n',
];

describe('hostile texts', () => {
  it.each([...PIECES, ...LINES])(
    '[EV29] takes no long time over %j again and again',
    (piece) => {
      const time = processorTime(() => {
        expect(typeof parseSource(`${ANTHOLOGY}\n${fill(piece)}\n`, 'x').ok).toBe('boolean');
        expect(
          typeof parseSource(
            `${ANALYSIS.slice(0, ANALYSIS.indexOf('6. Tot slot\n\nDit'))}${fill(piece, SIZE / 4)}\n`,
            'x',
          ).ok,
        ).toBe('boolean');
      });
      expect(time).toBeLessThan(MOST);
    },
    60_000,
  );

  it('[EV29] reads 20 MB of quotes', () => {
    const quotes = fill(
      'Een verzonnen uitspraak van niemand, die alleen maar lang is en verder niets zegt.\n\n',
      20_000_000,
    );
    const at = ANTHOLOGY.indexOf('Bijlage 1. Afkortingenlijst\n\nAB');
    const time = processorTime(() => {
      const source = read(`${ANTHOLOGY.slice(0, at)}${quotes}${ANTHOLOGY.slice(at)}`);
      expect(reportSource(source, null).totals.quotes).toBeGreaterThan(200_000);
    });
    expect(time).toBeLessThan(MOST);
  }, 60_000);

  it('[EV29] refuses more lines than any document has', () => {
    const refused = { ok: false, refusal: 'source-unknown' };
    expect(parseSource(ANTHOLOGY + fill('a\n', 1_100_000), 'x')).toEqual(refused);
    expect(parseSource(ANTHOLOGY + fill('\n', 2_100_000), 'x')).toEqual(refused);
  });

  it('[EV29] keeps words that mean something to a machine as words', () => {
    const odd = ANTHOLOGY.replace('1.1.2 Groene appels', '1.1.2 constructor __proto__').replace(
      'AB\t',
      '__proto__\tx\nconstructor\t',
    );
    const source = read(odd);
    expect(source.abbreviations.map(({ abbreviation }) => abbreviation).slice(0, 2)).toEqual([
      '__proto__',
      'constructor',
    ]);
    expect(source.sections.map(({ title }) => title)).toContain('constructor __proto__');
    expect(({} as Record<string, unknown>).x).toBeUndefined();
  });
});
