import { describe, expect, it } from 'vitest';
import { sentencesOf } from '@/lib/domain/explain/explanation-file';
import { buildGraph } from '@/lib/domain/graph/build-graph';
import { legendOf, nlGuide, tourOf } from '@/lib/messages/nl-guide';
import { readSchema } from '../template/read-schema';
import { smallTemplate } from '../template/small-template';
import { townTemplate } from './random-template';

const schema = readSchema();

/** Every sentence, also of those made with an element's name, a number or a list. */
function texts(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value === 'function') {
    const made = [
      () => value('5.10', '5.1'),
      () => value(3, 137),
      () => value(['5.1', '5.2']),
      () => value({ from: '5.9', backTo: '5.1', via: [], self: false }),
    ].flatMap((make) => {
      try {
        return [String(make())];
      } catch {
        return [];
      }
    });
    return made;
  }
  return value && typeof value === 'object' ? Object.values(value).flatMap(texts) : [];
}

const longSentences = (list: string[]): string[] =>
  list.flatMap(sentencesOf).filter((sentence) => sentence.split(/\s+/).length > 20);

describe('guide', () => {
  it('[GR30] has no sentence of more than twenty words', () => {
    const all = texts(nlGuide);
    expect(all.length).toBeGreaterThan(100);
    expect(longSentences(all)).toEqual([]);
    expect(nlGuide.steps.length).toBe(8);
  });

  it('[GR31] the tour starts at the bottom and points at what is there', () => {
    const known = buildGraph(schema).nodes;
    const steps = tourOf(schema);
    expect([5, 6]).toContain(steps.length);
    expect(steps[0]?.target).toEqual({ element: 'L5.1' });
    expect(steps[0]?.text).toContain('5.1');
    for (const { target, text } of steps) {
      if ('element' in target) expect(known.has(target.element)).toBe(true);
      expect(sentencesOf(text).length).toBeLessThanOrEqual(2);
    }
    expect(longSentences(steps.map(({ text }) => text))).toEqual([]);
    expect(tourOf(smallTemplate({ interventionPoints: [] })).map(({ target }) => target)).toEqual([
      { element: 'L1.1' },
      { part: 'card' },
      { part: 'list' },
    ]);
  });

  it('[GR32] explains every colour of the template, with its word, bottom first', () => {
    const rows = legendOf(schema);
    expect(rows.map(({ word }) => word)).toEqual(
      'lila turquoise blauw oranje geel groen lichtpaars rood roze donkerblauw'.split(' '),
    );
    expect(rows.flatMap(({ layerIds }) => layerIds).toSorted()).toEqual(schema.layers.map(({ id }) => id).toSorted());
    expect(new Set(rows.map(({ meaning }) => meaning)).size).toBe(rows.length);
    const [row] = legendOf(townTemplate());
    expect(row?.meaning).toContain('1.1 Grond');
    expect(longSentences(rows.map(({ meaning }) => meaning))).toEqual([]);
    expect(Object.keys(nlGuide.legend.rows)).toEqual(
      'up harmDown politics column ball ownBall link fact note'.split(' '),
    );
  });
});
