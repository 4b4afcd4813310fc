import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildGraph } from '@/lib/domain/graph/build-graph';
import { leadsTo, restsOn } from '@/lib/domain/graph/direct-steps';
import { type FollowStep, followCauses, followEffect, followFrom } from '@/lib/domain/graph/follow-effect';
import { influence } from '@/lib/domain/graph/influence';
import type { SchemaGraph } from '@/lib/domain/graph/schema-graph';
import { readSchema } from '../template/read-schema';
import { templates, townTemplate } from './random-template';

const graph = buildGraph(readSchema());
const town = buildGraph(townTemplate());
const DIRECTIONS = ['up', 'down', 'both'] as const;

/** Every step of a walk is something the graph holds. */
function isReal(graph: SchemaGraph, { kind, from, to, edge }: FollowStep): boolean {
  if (kind === 'relation')
    return edge !== null && graph.edges.get(edge.id) === edge && edge.from === from && edge.to === to;
  if (kind === 'within') return edge === null && (graph.nodes.get(from)?.path.includes(to) ?? false);
  return edge === null && (graph.concerns.get(from)?.includes(to) ?? false);
}

describe('direct steps', () => {
  it('[GR10] gives what lies under an element and what it leads to, with the relation that says so', () => {
    expect(restsOn(graph, 'L5.2').steps.map(({ id, via }) => [id, via])).toContainEqual(['L5.1', null]);
    const up = leadsTo(graph, 'L5.2').steps;
    expect(up.map(({ id }) => id)).toEqual(['L5.3']);
    expect(up[0]?.edge.because[0]).toMatchObject({ relationId: 'REL10', modality: 'can', certainty: 'stated' });
  });

  it('[GR10] a part has its own steps first, then those of the headings around it, and says whose they are', () => {
    const steps = leadsTo(graph, 'L5.8.8').steps.map(({ id, via }) => [id, via]);
    expect(steps[0]).toEqual(['L5.4.A.p4', null]);
    expect(steps.slice(1).every(([, via]) => via === 'L5.8')).toBe(true);
    expect(restsOn(graph, 'L5.4.A.p4').steps.map(({ id, via }) => [id, via])[0]).toEqual(['L5.8.8', null]);
  });

  it('[GR10] says in words what has a set at the other end, at the layer or the element it names', () => {
    const said = (id: string) => leadsTo(graph, id).inWords.map(({ relationId }) => relationId);
    expect([said('L5.1'), said('L5.1.A'), said('L5.5.30'), said('L5.9')]).toEqual([
      ['REL05'],
      ['REL09'],
      ['REL16'],
      ['REL32'],
    ]);
    expect(restsOn(graph, 'L5.2').inWords.map(({ relationId }) => relationId)).toEqual(
      'REL05 REL09 REL16 REL35 REL37 REL41 REL44'.split(' '),
    );
    expect(restsOn(graph, 'L5.2.2').inWords).toEqual([]);
  });

  it('[GR10] knows nothing of an unknown id', () => {
    expect([restsOn(graph, 'X'), leadsTo(graph, 'X')]).toEqual(Array(2).fill({ steps: [], inWords: [] }));
    expect(followEffect(graph, 'X', 'both').reached).toEqual(new Set());
    expect(followCauses(graph, 'X').steps).toEqual([]);
  });
});

describe('following an effect', () => {
  it('[GR11] every step of a walk is there, starts where the walk has been, and keeps to its phase', () => {
    fc.assert(
      fc.property(templates, fc.constantFrom(...DIRECTIONS), (template, direction) => {
        const random = buildGraph(template);
        for (const id of random.nodes.keys()) {
          const { steps, reached, edges } = followEffect(random, id, direction);
          const been = new Set(direction === 'down' ? followEffect(random, id, 'up').reached : [id]);
          for (const step of steps) {
            expect(isReal(random, step)).toBe(true);
            expect(been.has(step.from)).toBe(true);
            if (step.edge) expect(step.edge.direction === 'down').toBe(step.phase === 'down');
            been.add(step.to);
          }
          expect(reached).toEqual(new Set([id, ...steps.flatMap(({ from, to }) => [from, to])]));
          expect(edges).toEqual(new Set(steps.flatMap(({ edge }) => (edge ? [edge.id] : []))));
          expect(followEffect(random, id, direction)).toEqual(followEffect(buildGraph(template), id, direction));
        }
      }),
      { numRuns: 60 },
    );
  });

  it('[GR11] a point acts through its layer, never straight on another block', () => {
    const [first, second] = followEffect(graph, 'L5.1.A.1.p1', 'up').steps;
    expect([first?.kind, first?.from, first?.to]).toEqual(['within', 'L5.1.A.1.p1', 'L5.1']);
    expect([second?.kind, second?.edge?.id]).toEqual(['relation', 'L5.1>L5.2']);
  });

  it('[GR11] a part acts through the nearest heading that has relations of its own', () => {
    const steps = followEffect(graph, 'L5.9.A.1.p1', 'up').steps.filter(({ kind }) => kind === 'within');
    expect(steps.slice(0, 2).map(({ from, to }) => [from, to])).toEqual([
      ['L5.9.A.1.p1', 'L5.9.A.1'],
      ['L5.9.A.1', 'L5.9.A'],
    ]);
  });

  it('[GR11] counts the steps from the start', () => {
    const distances = new Map(
      followEffect(town, 'L1.1.A.1.p1', 'both').steps.map(({ to, distance }) => [to, distance]),
    );
    const nearest = followEffect(town, 'L1.1.A.1.p1', 'both').steps.filter(({ first }) => first);
    expect(nearest.map(({ to, distance }) => [to, distance])).toEqual([
      ['L1.1', 1],
      ['L1.2', 2],
      ['L1.4', 2],
      ['L1.3', 3],
      ['L1.5', 3],
      ['L1.6', 3],
      ['L1.8', 4],
    ]);
    expect(distances.get('L1.2')).toBe(4);
  });

  it('[GR11] goes up through the layers to the harm', () => {
    const { steps, reached } = followEffect(graph, 'L5.1', 'up');
    expect(
      ['L5.2', 'L5.3', 'L5.4', 'L5.5', 'L5.6', 'L5.7', 'L5.8', 'L5.9', 'L5.10'].filter((id) => !reached.has(id)),
    ).toEqual([]);
    expect([reached.has('L5.11'), reached.has('L5.12')]).toEqual([false, false]);
    const distances = steps.map(({ distance }) => distance);
    expect(distances).toEqual(distances.toSorted((a, b) => a - b));
  });

  it('[GR12] comes back down through the harm arrows and stops where they land', () => {
    const { returnsTo, returnsToStart, steps } = followEffect(town, 'L1.2', 'both');
    expect(returnsTo).toEqual(['L1.2', 'L1.3', 'L1.4', 'L1.8']);
    expect(returnsToStart).toBe(true);
    expect(steps.findLastIndex(({ phase }) => phase === 'up')).toBeLessThan(
      steps.findIndex(({ phase }) => phase === 'down'),
    );
    expect(followEffect(town, 'L1.1', 'both').returnsToStart).toBe(false);
    expect(followEffect(town, 'L1.2', 'down').steps.every(({ phase }) => phase === 'down')).toBe(true);
  });

  it('[GR12] says so when harm comes back to the layer around a start', () => {
    expect(followEffect(graph, 'L5.2.2.p5', 'both').returnsToStart).toBe(true);
    expect(followEffect(graph, 'L5.11.I.1', 'both').returnsToStart).toBe(false);
    expect(followEffect(graph, 'L5.11', 'both').inWords.map(({ relationId }) => relationId)).toEqual([
      'REL35',
      'REL37',
    ]);
  });

  it('[GR11] an intervention point acts where it stands, which is no cause', () => {
    const { steps, edges } = followEffect(town, 'IP1.1', 'up');
    expect(steps.filter(({ kind }) => kind === 'concerns').map(({ to }) => to)).toEqual(['L1.1.A', 'L1.5']);
    expect([...edges]).toEqual(expect.arrayContaining(['L1.1>L1.2', 'L1.5>L1.6']));
    const own = followFrom(town, ['L1.5', 'L1.1.A'], 'up');
    expect(own.edges).toEqual(edges);
  });

  it('[GR13] what a layer reaches, has that layer among its causes', () => {
    fc.assert(
      fc.property(templates, (template) => {
        const random = buildGraph(template);
        for (const layer of random.layers)
          for (const id of followEffect(random, layer, 'up').reached)
            expect(followCauses(random, id).reached.has(layer)).toBe(true);
      }),
      { numRuns: 60 },
    );
    expect([...followCauses(town, 'L1.6').reached].toSorted()).toEqual([
      'L1.1',
      'L1.2',
      'L1.3',
      'L1.4',
      'L1.5',
      'L1.6',
      'L1.8',
    ]);
  });
});

describe('influence', () => {
  it('[GR16] counts other places up and down, and loops', () => {
    expect(influence(town, 'L1.2')).toEqual({ downstream: 3, upstream: 1, loops: 2, via: null });
    expect(influence(town, 'L1.6').downstream).toBe(0);
    expect(influence(town, 'X')).toEqual({ downstream: 0, upstream: 0, loops: 0, via: null });
  });

  it('[GR16] gives a part without relations the figures of its layer, and says so', () => {
    const { downstream, upstream, loops } = influence(graph, 'L5.8');
    expect(influence(graph, 'L5.8.10.p1')).toEqual({ downstream, upstream, loops, via: 'L5.8' });
    expect(influence(graph, 'L5.8.8').via).toBeNull();
  });
});
