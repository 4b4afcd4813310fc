import { describe, expect, it } from 'vitest';
import { checkTemplate } from '@/lib/domain/template/check-template';
import { countTemplate } from '@/lib/domain/template/count-template';
import { readSchema } from './read-schema';

const schema = readSchema();

describe('probleem-en-oorzakenschema.json', () => {
  it('[TP1] keeps every rule', () => {
    expect(checkTemplate(schema)).toMatchObject({ ok: true });
  });

  it('[TP20] holds the whole of chapter 5', () => {
    expect(countTemplate(schema).total).toEqual({
      blocks: 80,
      groups: 17,
      points: { point: 624, pair: 27, example: 5, note: 8, total: 664 },
      references: 21,
    });
    expect(schema.layers.map(({ id }) => id)).toEqual(Array.from({ length: 12 }, (_, index) => `L5.${index + 1}`));
    expect([schema.relations.length, schema.clusters.length, schema.interventionPoints.length]).toEqual([64, 5, 25]);
  });

  it('[TP20] counts per layer: blocks, groups, bullet lines, references', () => {
    const { layers } = countTemplate(schema);
    const rows = Object.entries(layers).map(([section, { blocks, groups, points, references }]) => [
      section,
      blocks,
      groups,
      points.total,
      references,
    ]);
    expect(rows).toEqual([
      ['5.1', 5, 11, 140, 7],
      ['5.2', 5, 0, 43, 3],
      ['5.3', 1, 0, 17, 0],
      ['5.4', 3, 0, 16, 0],
      ['5.5', 32, 0, 167, 3],
      ['5.6', 4, 0, 27, 2],
      ['5.7', 8, 0, 46, 3],
      ['5.8', 14, 0, 84, 3],
      ['5.9', 3, 3, 31, 0],
      ['5.10', 2, 0, 18, 0],
      ['5.11', 3, 3, 62, 0],
      ['5.12', 0, 0, 13, 0],
    ]);
  });

  it('[TP20] has 11 references that open and 10 to the anthology that is not available', () => {
    const of = (anthology: string, available: boolean) =>
      schema.references.filter((reference) => reference.anthology === anthology && reference.available === available)
        .length;
    expect([of('problemen-en-oorzaken', true), of('trends-en-ontwikkelingen', false)]).toEqual([11, 10]);
  });

  it('[TP7] explains its twelve empty blocks', () => {
    expect(schema.blocks.filter(({ emptyReason }) => emptyReason).map(({ id }) => id)).toEqual([
      'L5.5.5',
      'L5.5.10',
      'L5.5.11',
      'L5.5.13',
      'L5.5.18',
      'L5.7.3',
      'L5.7.7',
      'L5.8.1',
      'L5.8.5',
      'L5.8.7',
      'L5.11.II',
      'L5.11.III',
    ]);
  });

  it('[TP11] has 56 edges; the eight others are reading rules and document links', () => {
    expect(schema.relations.filter(({ edge }) => edge)).toHaveLength(56);
  });
});
