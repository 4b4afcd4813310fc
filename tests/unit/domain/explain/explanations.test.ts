import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checkExplanations, ExplanationFileSchema, sentencesOf } from '@/lib/domain/explain/explanation-file';
import { explanationOf } from '@/lib/domain/explain/explanations';
import { explanationsFor } from '@/lib/messages/nl-explanations';
import { HAS_SOURCES, readSchema, readShared } from '../template/read-schema';
import { smallTemplate } from '../template/small-template';

const schema = readSchema();
const path = new URL('../../../../prisma/templates/uitleg/probleem-en-oorzakenschema.json', import.meta.url);
const file = ExplanationFileSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
const WORDS_IN_A_ROW = 7;

const words = (text: string): string[] =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\d\s]/gu, '')
    .split(/\s+/)
    .filter((word) => word !== '');

describe('explanations of the probleem- en oorzakenschema', () => {
  it('[GX1] explain every layer, block, group and intervention point, and nothing else', () => {
    expect(file.template).toBe(schema.slug);
    expect(Object.keys(file.explanations)).toHaveLength(12 + 80 + 17 + 25);
    expect(checkExplanations(file, schema)).toEqual([]);
  });

  it('[GX2] are at most 200 characters, two sentences, twenty words a sentence', () => {
    for (const text of Object.values(file.explanations)) {
      expect([text, text.length <= 200, sentencesOf(text).length <= 2]).toEqual([text, true, true]);
      for (const sentence of sentencesOf(text)) {
        expect(sentence).toMatch(/[.?]$/);
        expect(words(sentence).length).toBeLessThanOrEqual(20);
      }
    }
  });

  it('[GX2] are each different, and speak to "u"', () => {
    const texts = Object.values(file.explanations);
    expect(new Set(texts).size).toBe(texts.length);
    expect(texts.filter((text) => /\b(je|jij|jou|jouw)\b/i.test(text))).toEqual([]);
  });

  it.skipIf(!HAS_SOURCES)('[GX3] are our own words', () => {
    const documents = [
      'bijlage-e-probleem-en-oorzakenanalyse',
      'rapport-actualisatie-probleemanalyse',
      'bloemlezing-problemen-en-oorzaken',
    ];
    const theirs = ` ${documents.flatMap((name) => words(readShared(`sources/${name}.txt`))).join(' ')} `;
    const copied = Object.entries(file.explanations).filter(([, text]) => {
      const ours = words(text);
      return ours.some(
        (_, at) =>
          at + WORDS_IN_A_ROW <= ours.length && theirs.includes(` ${ours.slice(at, at + WORDS_IN_A_ROW).join(' ')} `),
      );
    });
    expect(copied.map(([id]) => id)).toEqual([]);
  });

  it('[GX4] are fetched per template; another template has none', async () => {
    const explanations = await explanationsFor(schema.slug);
    expect(explanationOf(explanations, 'L5.1')).toBe(file.explanations['L5.1']);
    expect(explanationOf(explanations, 'L5.1.B.p1')).toBeNull();
    expect(explanationOf(explanations, 'toString')).toBeNull();
    expect([await explanationsFor('klein-schema'), await explanationsFor('toString')]).toEqual([null, null]);
    expect(explanationOf(null, 'L5.1')).toBeNull();
  });
});

describe('the check', () => {
  const check = (explanations: Record<string, string>) =>
    checkExplanations({ formatVersion: 1, template: 'klein-schema', explanations }, smallTemplate());

  it('[GX1] names what is missing and what is unknown', () => {
    const all = { 'L1.1': 'Goed.', 'L1.1.A': 'Goed.', 'L1.1.A.1': 'Goed.', 'IP1.1': 'Goed.' };
    expect(check(all)).toEqual([]);
    const { 'IP1.1': _, ...rest } = all;
    expect(check({ ...rest, 'L1.1.A.1.p1': 'Te veel.' })).toEqual([
      { id: 'IP1.1', problem: 'missing' },
      { id: 'L1.1.A.1.p1', problem: 'unknown-element' },
    ]);
  });

  it('[GX2] names what is too long', () => {
    const long = `${Array.from({ length: 21 }, () => 'woord').join(' ')}.`;
    expect(check({ 'L1.1': 'Een. Twee. Drie.', 'L1.1.A': long, 'L1.1.A.1': 'Goed.', 'IP1.1': 'Goed.' })).toEqual([
      { id: 'L1.1', problem: 'too-many-sentences' },
      { id: 'L1.1.A', problem: 'sentence-too-long' },
    ]);
    expect(
      ExplanationFileSchema.safeParse({ formatVersion: 1, template: 'x', explanations: { a: 'x'.repeat(201) } })
        .success,
    ).toBe(false);
  });
});
