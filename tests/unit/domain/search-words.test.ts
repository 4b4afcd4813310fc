import fc from 'fast-check';
import { expect, it } from 'vitest';
import { editDistance, nearestWord, slipsIn } from '@/lib/domain/search/correct-word';
import { excerptOf } from '@/lib/domain/search/excerpt';
import { foldWord, queryWords, wordsOf } from '@/lib/domain/search/query-words';
import { possibleParts, splitCompound } from '@/lib/domain/search/split-compound';
import { wordForms } from '@/lib/domain/search/word-forms';

it.each([
  ['x', 'query-length'],
  ['  x  ', 'query-length'],
  ['', 'query-length'],
  ['x'.repeat(101), 'query-length'],
])('[SR1] refuses %j', (query, refusal) => {
  expect(queryWords(query)).toEqual({ ok: false, refusal });
});

it.each([
  ['  Jeugdhulp  VERLENEN ', ['jeugdhulp', 'verlenen']],
  ['financiële financiele', ['financiele']],
  ["' OR 1=1 --", ['or']],
  ['%%', []],
  ['\u0000\u0000', []],
  ['laag 5.10 a', ['laag', '5.10']],
  ['wijk-team/gezin', ['wijk', 'team', 'gezin']],
  ['een twee drie vier vijf zes zeven acht negen', ['een', 'twee', 'drie', 'vier', 'vijf', 'zes', 'zeven', 'acht']],
])('[SR1] the words of %j', (query, words) => {
  expect(queryWords(query)).toEqual({ ok: true, value: words });
});

it('[SR2] folds capitals and accents, also written as two characters', () => {
  expect(foldWord('Coördinatie')).toBe('coordinatie');
  expect(foldWord('coo\u0308rdinatie')).toBe('coordinatie');
  expect([...wordsOf('Eén 5.3.')]).toEqual([
    { word: 'een', from: 0, to: 3 },
    { word: '5.3', from: 4, to: 7 },
  ]);
});

it('[SR2] knows the forms the dictionary keeps apart', () => {
  expect(wordForms('kinderen', 'kinder')).toEqual({
    lexemes: ['kinder'],
    words: ['kinderen', 'kind'],
    base: 'kinder',
  });
  expect(wordForms('huizen', 'huiz').lexemes).toEqual(['huiz', 'huis']);
  expect(wordForms('brief', 'brief').lexemes).toEqual(['brief', 'briev']);
  expect(wordForms('ov', 'ov')).toEqual({ lexemes: ['ov'], words: ['ov'], base: null });
});

it('[SR4] counts slips: a letter more, less, other, or swapped', () => {
  expect(editDistance('gewelt', 'geweld', 2)).toBe(1);
  expect(editDistance('bescherminh', 'bescherming', 2)).toBe(1);
  expect(editDistance('wachtlijtsen', 'wachtlijsten', 2)).toBe(1);
  expect(editDistance('hulp', 'zorg', 2)).toBe(3);
  expect(editDistance('', 'ab', 2)).toBe(2);
});

it('[SR4] a distance is the same both ways, and nothing to itself', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 8 });
  fc.assert(
    fc.property(word, word, (a, b) => {
      expect(editDistance(a, b, 20)).toBe(editDistance(b, a, 20));
      expect(editDistance(a, a, 20)).toBe(0);
      expect(editDistance(a, b, 20) <= 1).toBe(editDistance(a, b, 1) <= 1);
    }),
  );
});

it('[SR4] takes the nearest word, and of those the most used', () => {
  const known = [
    { word: 'geweld', uses: 5 },
    { word: 'gewelf', uses: 9 },
    { word: 'geweldig', uses: 90 },
    { word: '2024', uses: 90 },
  ];
  expect(nearestWord('gewelt', known, 1)).toBe('gewelf');
  expect(nearestWord('geweldd', known, 2)).toBe('geweld');
  expect(nearestWord('xxxxxx', known, 2)).toBeNull();
  expect(nearestWord('2025', known, 1)).toBeNull();
  expect([slipsIn('abc'), slipsIn('2024'), slipsIn('gewelt'), slipsIn('samenwerkingen')]).toEqual([0, 0, 2, 3]);
});

const WORDS = new Set(['veiligheid', 'plan', 'jeugd', 'wet', 'keten', 'samenwerking', 'afspraak', 'samen', 'werking']);
const isWord = (word: string) => WORDS.has(word);

it.each([
  ['veiligheidsplannen', ['veiligheid', 'plan']],
  ['jeugdwetten', ['jeugd', 'wet']],
  ['ketensamenwerkingsplan', ['keten', 'samenwerking', 'plan']],
  ['samenwerkingsplan', ['samenwerking', 'plan']],
  ['veiligheid', null],
  ['bescherminh', null],
  ['planplanplanplan', null],
])('[SR3] %s is made of %j', (word, parts) => {
  expect(splitCompound(word, isWord)).toEqual(parts);
  const possible = new Set(possibleParts(word));
  for (const part of parts ?? []) expect(possible).toContain(part);
});

it('[SR6] a short text is whole, on one line, with its finds', () => {
  expect(excerptOf('Hulp\nen  hulp.', (word) => word === 'hulp')).toEqual({
    excerpt: 'Hulp en  hulp.',
    marks: [
      [0, 4],
      [9, 13],
    ],
  });
  expect(excerptOf('', () => true)).toEqual({ excerpt: '', marks: [] });
});

it('[SR6] a long text is cut around the first find, never through a word', () => {
  const text = `${'lorem ipsum '.repeat(40)}gezocht ${'dolor sit '.repeat(40)}gezocht`;
  const { excerpt, marks } = excerptOf(text, (word) => word === 'gezocht');
  expect(excerpt).toMatch(/^…(lorem|ipsum) .* (dolor|sit)…$/);
  expect(excerpt.length).toBeLessThan(200);
  expect(marks.map(([from, to]) => excerpt.slice(from, to))).toEqual(['gezocht']);
});

it('[SR6] whatever the text, marks lie on what was found', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 600 }), (text) => {
      const { excerpt, marks } = excerptOf(text, (word) => word.length % 2 === 0);
      for (const [from, to] of marks) {
        expect([...wordsOf(excerpt.slice(from, to))][0]?.word.length).toBe(foldWord(excerpt.slice(from, to)).length);
      }
      expect(excerpt).not.toMatch(/[\n\r]/);
    }),
  );
});
