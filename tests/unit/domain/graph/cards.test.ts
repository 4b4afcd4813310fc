import { describe, expect, it } from 'vitest';
import { buildGraph } from '@/lib/domain/graph/build-graph';
import { coverage } from '@/lib/domain/graph/coverage';
import { describeElement } from '@/lib/domain/graph/describe-element';
import { elementNumber } from '@/lib/domain/graph/element-number';
import { concernsOf, interventionsOn, linksBetween, samePlacePairs } from '@/lib/domain/graph/intervention-links';
import { recursionsOf } from '@/lib/domain/graph/recursions';
import { readSchema } from '../template/read-schema';
import { relation } from '../template/small-template';
import { townTemplate } from './random-template';

const schema = readSchema();
const graph = buildGraph(schema);
const town = townTemplate();
const townGraph = buildGraph(town);
const facts = (id: string) => describeElement(schema, graph, id);

describe('recursions and dilemmas', () => {
  it('[GR17] gives the levels at which a pattern occurs, the layers themselves in reading order', () => {
    expect(recursionsOf(town)).toEqual([
      {
        id: 'L1.7.A',
        levels: ['L1.1', 'L1.2', 'L1.3', 'L1.4', 'L1.5', 'L1.6', 'L1.7', 'L1.8'],
        members: ['L1.7.A.p2'],
        relationIds: ['R10'],
        certainty: 'stated',
        seenAt: ['L1.3.p1'],
      },
      { id: 'L1.7.A.p1', levels: ['L1.2', 'L1.4'], members: [], relationIds: ['R11'], certainty: 'open', seenAt: [] },
    ]);
  });

  it('[GR17] of the schema: a family of patterns at all levels, one at four of them, and an open question', () => {
    expect(
      recursionsOf(schema).map(({ id, levels, members, certainty, seenAt }) => [
        id,
        levels.length,
        members.length,
        certainty,
        seenAt,
      ]),
    ).toEqual([
      ['L5.11.I.1', 12, 12, 'stated', ['L5.5.21']],
      ['L5.11.I.1.p9', 4, 0, 'stated', []],
      ['L5.11.I.2', 2, 27, 'open', []],
    ]);
  });
});

describe('intervention points', () => {
  it('[GR19] stand on an element, in it, or around it', () => {
    expect(interventionsOn(town, 'L1.1.A')).toEqual({
      direct: ['IP1.1'],
      within: [{ interventionId: 'IP1.2', elementId: 'L1.1.A.1.p1' }],
      around: [],
    });
    expect(interventionsOn(town, 'L1.1.A.1')).toEqual({
      direct: [],
      within: [{ interventionId: 'IP1.2', elementId: 'L1.1.A.1.p1' }],
      around: [{ interventionId: 'IP1.1', elementId: 'L1.1.A' }],
    });
    expect(interventionsOn(town, 'X')).toEqual({ direct: [], within: [], around: [] });
  });

  it('[GR19] both ways agree over the whole schema', () => {
    for (const { id, concerns } of schema.interventionPoints) {
      expect(concernsOf(schema, id).toSorted()).toEqual(concerns.toSorted());
      for (const concern of concerns) expect(interventionsOn(schema, concern).direct).toContain(id);
    }
    expect(concernsOf(schema, 'X')).toEqual([]);
  });

  it('[GR19] that share a part of the schema are pairs apart from what is stated, each once', () => {
    const pairs = samePlacePairs(schema.interventionPoints);
    // 21 pairs share one part, 7 share two, 1 shares three: counted apart, from the file.
    expect(pairs).toHaveLength(29);
    expect(new Set(pairs.map((pair) => pair.toSorted().join(' '))).size).toBe(29);
    const own = { id: 'own', concerns: [schema.interventionPoints[0]?.concerns[0] ?? ''] };
    expect(samePlacePairs([...schema.interventionPoints, own]).slice(0, 40)).toContainEqual(['IP1.1', 'own']);
    expect(samePlacePairs([own, { id: 'other', concerns: [] }])).toEqual([]);
  });

  it('[GR19] are linked only where the template states a pair', () => {
    expect(linksBetween(schema)).toMatchObject({
      pairs: [],
      inWords: [{ relationId: 'REL62' }, { relationId: 'REL63' }],
    });
    const paired = relation({
      id: 'R20',
      kind: 'between-intervention-points',
      from: [{ ref: 'IP1.1' }],
      to: [{ ref: 'IP1.2' }],
      label: 'Hangt samen',
    });
    expect(linksBetween({ ...town, relations: [paired] })).toEqual({
      pairs: [{ from: 'IP1.1', to: 'IP1.2', relationId: 'R20', label: 'Hangt samen' }],
      inWords: [],
    });
  });
});

describe('coverage', () => {
  it('[GR20] counts per layer what nobody opened; a heading counts when something in it was opened', () => {
    const [bottom, second] = coverage({ 'L1.1.A.1.p1': 2, 'L1.2': 0 }, town);
    expect(bottom).toEqual({
      layerId: 'L1.1',
      headings: 4,
      headingsUnopened: 1,
      points: 3,
      pointsUnopened: 2,
      unopened: ['L1.1.B'],
    });
    expect(second).toMatchObject({ layerId: 'L1.2', headings: 1, headingsUnopened: 1, unopened: ['L1.2'] });
  });

  it('[GR20] adds up to the schema', () => {
    const rows = coverage({}, schema);
    const sum = (pick: (row: (typeof rows)[number]) => number) => rows.reduce((total, row) => total + pick(row), 0);
    expect([rows.length, sum((row) => row.headingsUnopened), sum((row) => row.pointsUnopened)]).toEqual([12, 109, 664]);
  });
});

describe('card', () => {
  it('[GR21] says of an element what it is, where it stands, and all that touches it', () => {
    const card = facts('L5.8.8');
    expect(card).toMatchObject({ kind: 'block', number: '5.8.8', ordinal: null, poles: null, emptyReason: null });
    expect(card?.path.map(({ id, number }) => [id, number])).toEqual([['L5.8', '5.8']]);
    expect(card?.children).toHaveLength(9);
    expect(card?.leadsTo.steps[0]?.id).toBe('L5.4.A.p4');
    expect(card?.interventions.direct).toContain('IP4.3');
  });

  it('[GR21] there is one for every element and intervention point, and none for an unknown id', () => {
    for (const id of graph.nodes.keys()) expect(facts(id)?.id).toBe(id);
    expect(facts('X')).toBeNull();
  });

  it('[GR21] of a point gives its heading and place, of a pair its poles', () => {
    expect(facts('L5.11.I.2.p1')).toMatchObject({ kind: 'point', number: '5.11.I.2', ordinal: '1' });
    expect(facts('L5.11.I.2.p1')?.poles).not.toBeNull();
    expect(elementNumber(graph, 'L5.1.A.1.p16.2')).toEqual({
      number: '5.1.A.1',
      ordinal: '16.2',
      spoken: '5.1.A.1 · 16.2',
    });
  });

  it('[GR21] of an intervention point gives its cluster and what it concerns', () => {
    const card = facts('IP4.2');
    expect(card?.path.map(({ id, kind }) => [id, kind])).toEqual([['C4', 'cluster']]);
    expect([card?.number, card?.concerns.map(({ id }) => id)]).toEqual(['4.2', ['L5.7.1']]);
  });

  it('[GR21] of a recursion gives its levels, of a layer the recursions there, and cross-references both ways', () => {
    expect(facts('L5.11.I.1.p2')?.occursAt).toHaveLength(12);
    expect(facts('L5.11.I.1.p9')?.occursAt).toEqual(['L5.3', 'L5.5', 'L5.8', 'L5.12']);
    expect(facts('L5.3')?.recursionsHere).toEqual(['L5.11.I.1', 'L5.11.I.1.p9']);
    expect(facts('L5.2.1')?.occursAt).toEqual([]);
    expect(facts('L5.5.21')?.seeAlso.map(({ relationId }) => relationId)).toEqual(['REL42']);
    expect(facts('L5.11.I.1')?.seeAlso.map(({ relationId }) => relationId)).toEqual(['REL42']);
    expect(describeElement(town, townGraph, 'L1.1.A.1')?.references.map(({ id }) => id)).toEqual(['REF01']);
  });
});
