import fc from 'fast-check';
import { expect, it } from 'vitest';
import * as Y from 'yjs';
import { diffText, movePlace, writeTextChange } from '@/lib/collab/text-change';

const MOST = 1_000;
const HALF = /\p{Cs}/u;
/** Few letters, so that changes overlap, and characters that are two units long. */
const words = fc.string({ unit: fc.constantFrom('a', 'b', ' ', '😀', '👩'), maxLength: 12 });

function written(base: string, theirs: string, mine: string, most = MOST): string {
  const text = new Y.Doc().getText();
  text.insert(0, theirs);
  writeTextChange(text, base, mine, most);
  return text.toString();
}

it('[CV8] what somebody typed is there as typed when nobody else typed', () => {
  fc.assert(fc.property(words, words, (base, mine) => written(base, base, mine) === mine));
});

it('[CV8] what somebody else typed stays when one typed nothing', () => {
  fc.assert(fc.property(words, words, (base, theirs) => written(base, theirs, base) === theirs));
});

it('[CV8] what two type in one text at once is all there', () => {
  fc.assert(
    fc.property(words, fc.nat(), fc.nat(), (base, one, other) => {
      const chars = [...base];
      const typed = (at: number, what: string) => chars.toSpliced(at % (chars.length + 1), 0, what).join('');
      const both = written(base, typed(one, 'X'), typed(other, 'Y'));
      expect([...both].filter((char) => char !== 'X' && char !== 'Y').join('')).toBe(base);
      expect([...both].filter((char) => char === 'X' || char === 'Y').toSorted()).toEqual(['X', 'Y']);
    }),
  );
});

it('[CV8] no change leaves half a character, and none makes a text longer than it may be', () => {
  fc.assert(
    fc.property(words, words, words, (base, theirs, mine) => {
      expect(written(base, theirs, mine)).not.toMatch(HALF);
      const full = written('', 'a'.repeat(6), mine, 11);
      expect(full).not.toMatch(HALF);
      expect(full.length).toBeLessThanOrEqual(11);
    }),
  );
});

it('[CV8] the caret stays where it was in the text', () => {
  const change = diffText('schema', 'het schema');
  expect(change && movePlace(3, change)).toBe(7);
  expect(change && movePlace(0, change)).toBe(0);
});
