import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildGraph } from '@/lib/domain/graph/build-graph';
import { findLoops, type Loop, loopsThrough, MAX_LOOPS, MAX_PATHS } from '@/lib/domain/graph/find-loops';
import type { SchemaGraph } from '@/lib/domain/graph/schema-graph';
import { nlGuide } from '@/lib/messages/nl-guide';
import { readSchema } from '../template/read-schema';
import { layer, relation, smallTemplate } from '../template/small-template';
import { templates, townTemplate } from './random-template';

const graph = buildGraph(readSchema());
const town = buildGraph(townTemplate());

/** Consecutive elements, the last one joined to the first. */
const pairs = ({ elementIds }: Loop): [string, string][] =>
  elementIds.map((id, index) => [id, elementIds[(index + 1) % elementIds.length] ?? id]);

const turned = (ids: readonly string[]): string => {
  const first = ids.indexOf([...ids].toSorted()[0] ?? '');
  return [...ids.slice(first), ...ids.slice(0, first)].join('>');
};

/** Plainly by trying everything: all simple ways round over edges, going down once at most. */
function byTrying(graph: SchemaGraph): Set<string> {
  const found = new Set<string>();
  const go = (path: string[], falls: number): void => {
    for (const { to, direction } of graph.out.get(path.at(-1) ?? '') ?? []) {
      const fallen = falls + (direction === 'down' ? 1 : 0);
      if (fallen > 1) continue;
      if (to === path[0]) found.add(turned(path));
      else if (!path.includes(to)) go([...path, to], fallen);
    }
  };
  for (const id of graph.layers) go([id], 0);
  return found;
}

describe('loops', () => {
  it('[GR14] are really loops: each next element by a stated edge, or by being the layer around the one before', () => {
    fc.assert(
      fc.property(templates, (template) => {
        const random = buildGraph(template);
        for (const loop of findLoops(random)) {
          const used = pairs(loop).flatMap(([from, to]) => {
            const edge = random.edges.get(`${from}>${to}`);
            if (edge && loop.edgeIds.includes(edge.id)) return [edge];
            expect(random.nodes.get(from)?.path).toContain(to);
            return [];
          });
          expect(new Set(used.map(({ id }) => id))).toEqual(new Set(loop.edgeIds));
          expect(used.filter(({ direction }) => direction === 'down').length).toBeLessThanOrEqual(1);
          expect(new Set(loop.elementIds).size).toBe(loop.elementIds.length);
          const passed = loop.elementIds.map((id) => random.nodes.get(id)?.layerId);
          const layers = passed.filter((id, index) => id !== passed[index - 1]);
          expect(new Set(layers).size).toBe(layers.length);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('[GR14] are all there: the same as trying everything, where there are layers only', () => {
    let loops = 0;
    fc.assert(
      fc.property(templates, (template) => {
        const layersOnly = buildGraph({ ...template, blocks: [], points: [], interventionPoints: [] });
        const found = findLoops(layersOnly).map(({ elementIds }) => turned(elementIds));
        expect(new Set(found)).toEqual(byTrying(layersOnly));
        expect(found.length).toBe(new Set(found).size);
        loops += found.length;
      }),
      { numRuns: 200 },
    );
    expect(loops).toBeGreaterThan(50);
  });

  it('[GR14] stand shortest first, then in reading order, each once, whatever the parts they run through', () => {
    const loops = findLoops(graph);
    expect(loops).toHaveLength(137);
    expect(new Set(loops.map(({ key }) => key)).size).toBe(137);
    const lengths = loops.map(({ elementIds }) => elementIds.length);
    expect(lengths).toEqual(lengths.toSorted((a, b) => a - b));
    const layers = loops.map(({ elementIds }) =>
      elementIds.map((id) => graph.nodes.get(id)?.layerId).filter((id, index, all) => id !== all[index - 1]),
    );
    expect(new Set(layers.map(String)).size).toBe(137);
    expect(loops.find(({ key }) => key === 'L5.8>L5.9')?.alsoThrough).toEqual(
      expect.arrayContaining(['L5.9.A', 'L5.9.B', 'L5.9.C']),
    );
  });

  it('[GR14] a self-loop is a loop of one', () => {
    expect(findLoops(graph)[0]).toMatchObject({ elementIds: ['L5.3'], edgeIds: ['L5.3>L5.3'] });
    expect(findLoops(town)[0]).toMatchObject({ elementIds: ['L1.3'], name: { self: true } });
  });

  it('[GR14] start at the bottom, where harm lands', () => {
    const loop = findLoops(town).find(({ edgeIds }) => edgeIds.includes('L1.6>L1.2'));
    expect(loop?.elementIds).toEqual(['L1.2', 'L1.3', 'L1.5', 'L1.6']);
  });

  it('[GR14] a web of everything with everything ends: it gives the shortest loops and stops', () => {
    const layers = Array.from({ length: 12 }, (_, index) =>
      layer({ id: `L1.${index + 1}`, section: `1.${index + 1}`, order: index + 1, track: 'column' }),
    );
    const ends = layers.map(({ id }) => ({ ref: id }));
    const web = buildGraph(
      smallTemplate({ layers, blocks: [], groups: [], points: [], relations: [relation({ from: ends, to: ends })] }),
    );
    const before = performance.now();
    const loops = findLoops(web);
    expect(performance.now() - before).toBeLessThan(5_000);
    expect(loops.length).toBeLessThanOrEqual(MAX_LOOPS);
    expect(loops.filter(({ elementIds }) => elementIds.length <= 2)).toHaveLength(12 + (12 * 11) / 2);
    expect(MAX_PATHS).toBeGreaterThan(MAX_LOOPS);
  });

  it('[GR15] have each a name of their own that fits where it is saved', () => {
    const names = findLoops(graph).map(({ name }) => nlGuide.loopName(name));
    expect(new Set(names).size).toBe(names.length);
    expect(Math.max(...names.map(({ length }) => length))).toBeLessThanOrEqual(60);
    expect(names[0]).toBe('5.3 houdt zichzelf in stand');
    expect(names).toContain('Van 5.9 terug naar 5.8 en weer omhoog');
    expect(names).toContain('Van 5.10 terug naar 5.1 via 5.5');
  });

  it('[GR16] through an element: its own, or those of the heading around it, or of all it concerns', () => {
    expect(loopsThrough(town, 'L1.3').map(({ elementIds }) => elementIds.length)).toEqual([1, 2, 3, 4]);
    expect(loopsThrough(graph, 'L5.9.A.3.p3').length).toBeGreaterThan(0);
    expect(loopsThrough(graph, 'L5.2.1')).toEqual(loopsThrough(graph, 'L5.2'));
    expect(loopsThrough(graph, 'L5.11')).toEqual([]);
    expect(loopsThrough(town, 'IP1.1')).toEqual(loopsThrough(town, 'L1.5'));
  });
});
