import { describe, expect, it } from 'vitest';
import { type BrightFacts, brightElements, litElements, OWN_CLUSTER } from '@/components/map/bright';
import { PLAIN_VIEW, type ViewSettings } from '@/lib/api/map-contracts';
import { buildGraph } from '@/lib/domain/graph/build-graph';
import { followEffect } from '@/lib/domain/graph/follow-effect';
import { readSchema } from '../domain/template/read-schema';

const template = readSchema();
const graph = buildGraph(template);
const OWN = {
  id: 'own-1',
  number: 'E1',
  label: 'Verzonnen punt',
  explanation: '',
  concerns: ['L5.3.1'],
  author: 'p:a',
};

const NOTHING: BrightFacts = {
  graph,
  ownPoints: [],
  facts: [],
  opened: {},
  myStances: new Set(),
  noted: new Set(),
};

function bright(change: Partial<ViewSettings>, facts: Partial<BrightFacts> = {}): ReadonlySet<string> {
  const found = brightElements({ ...PLAIN_VIEW, ...change }, { ...NOTHING, ...facts });
  if (!found) throw new Error('nothing is filtered');
  return found;
}

const cluster = (id: string) => template.interventionPoints.filter(({ clusterId }) => clusterId === id);
/** holds points and no groups */
const block = template.blocks.find(({ id }) => graph.nodes.get(graph.children.get(id)?.[0] ?? '')?.kind === 'point');
const inBlock = graph.children.get(block?.id ?? '')?.[0] ?? '';

describe('everything at once', () => {
  it('[MU2] nothing filtered is nothing faded; arrows and balls that are off fade no element', () => {
    expect(brightElements(PLAIN_VIEW, NOTHING)).toBeNull();
    expect(brightElements({ ...PLAIN_VIEW, families: { ...PLAIN_VIEW.families, up: false } }, NOTHING)).toBeNull();
  });

  it('[MU2] what fits nothing is an empty set, not everything', () => {
    expect([...bright({ only: 'with-notes' })]).toEqual([]);
    expect([...bright({ clusters: ['no such cluster'] })]).toEqual([]);
    expect([...bright({ loop: ['no such element'] })]).toEqual(['no such element']);
  });

  it('[MU2] filters together keep what fits each of them, and the headings around it', () => {
    const noted = new Set([inBlock, 'L5.10']);
    const both = bright({ only: 'with-notes', loop: [block?.id ?? ''] }, { noted });
    expect([...both].sort()).toEqual([inBlock, ...(graph.nodes.get(inBlock)?.path ?? [])].sort());
  });

  it('[MU2] nothing bright lies in something faded', () => {
    const views: Partial<ViewSettings>[] = [
      { clusters: ['C2'] },
      { only: 'recursions' },
      { follow: { elementId: 'L5.3', direction: 'both' } },
      { only: 'not-opened', clusters: ['C1'] },
    ];
    for (const view of views) {
      const found = bright(view);
      expect(found.size).toBeGreaterThan(0);
      for (const id of found) {
        const node = graph.nodes.get(id);
        if (node && node.kind !== 'intervention') for (const above of node.path) expect(found).toContain(above);
      }
    }
  });
});

describe('clusters', () => {
  it('[MU3] a cluster keeps its own points and what they concern, and no point of another', () => {
    const found = bright({ clusters: ['C1'] });
    const points = new Set(template.interventionPoints.map(({ id }) => id));
    expect([...found].filter((id) => points.has(id)).sort()).toEqual(
      cluster('C1')
        .map(({ id }) => id)
        .sort(),
    );
    for (const { concerns } of cluster('C1')) for (const id of concerns) expect(found).toContain(id);
    expect(found.size).toBeLessThan(graph.nodes.size);
  });

  it("[MU3] the group's own points are a cluster of their own", () => {
    const found = bright({ clusters: [OWN_CLUSTER] }, { ownPoints: [OWN] });
    expect(found).toContain(OWN.id);
    expect(found).toContain('L5.3.1');
    expect(found).toContain('L5.3');
    expect(found).not.toContain('L5.10');
  });
});

describe('effects', () => {
  it('[MU4] an effect keeps the start and all that is reached, with what lies in it, and fades something', () => {
    const found = bright({ follow: { elementId: 'L5.7', direction: 'up' } });
    const { reached } = followEffect(graph, 'L5.7', 'up');
    expect(reached.size).toBeGreaterThan(1);
    for (const id of reached) {
      expect(found).toContain(id);
      for (const child of graph.children.get(id) ?? []) expect(found).toContain(child);
    }
    expect([...graph.nodes.keys()].some((id) => !found.has(id))).toBe(true);
  });

  it('[MU4] the effect of an own point is that of what it concerns', () => {
    const own = bright({ follow: { elementId: OWN.id, direction: 'up' } }, { ownPoints: [OWN] });
    const there = bright({ follow: { elementId: 'L5.3.1', direction: 'up' } });
    for (const id of there) expect(own).toContain(id);
    expect(own).toContain(OWN.id);
  });

  it('[MU4] what a tour points at is bright whatever else is filtered', () => {
    const lit = litElements(graph, ['L5.1']);
    expect(lit).toContain('L5.1.A');
    expect(lit).not.toContain('L5.2');
  });
});

describe('only', () => {
  it('[MU5] notes and places of one’s own count for what they are on, not for all that lies in it', () => {
    expect([...bright({ only: 'with-notes' }, { noted: new Set(['L5.9']) })]).toEqual(['L5.9']);
    expect([...bright({ only: 'my-stances' }, { myStances: new Set(['L5.9']) })]).toEqual(['L5.9']);
  });

  it('[MU5] a figure anywhere in a block takes it out of what has no figures', () => {
    const card = { id: 'f', kind: 'cijfer', text: 'x', source: 'x', dated: 'x', author: 'p:a' } as const;
    const before = bright({ only: 'without-figures' });
    const after = bright({ only: 'without-figures' }, { facts: [{ ...card, elementId: inBlock }] });
    expect(before).toContain(block?.id);
    expect(after).not.toContain(block?.id);
    expect(
      bright({ only: 'without-figures' }, { facts: [{ ...card, kind: 'ervaring', elementId: inBlock }] }),
    ).toContain(block?.id);
  });

  it('[MU5] what somebody opened is no longer among what nobody opened', () => {
    const all = bright({ only: 'not-opened' });
    expect(all).toContain(block?.id);
    expect(all).toContain('IP1.1');
    const rest = bright({ only: 'not-opened' }, { opened: { [block?.id ?? '']: 1, 'IP1.1': 2 } });
    expect(rest).not.toContain(block?.id);
    expect(rest).not.toContain('IP1.1');
  });
});
