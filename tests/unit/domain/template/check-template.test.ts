import { describe, expect, it } from 'vitest';
import { checkTemplate } from '@/lib/domain/template/check-template';
import { block, group, layer, point, relation, smallTemplate } from './small-template';

function rulesBroken(input: unknown): string[] {
  const check = checkTemplate(input);
  return check.ok ? [] : check.problems.map(({ rule, path }) => `${rule} ${path}`);
}

describe('checkTemplate', () => {
  it('[TP1] accepts a template that keeps every rule, and hands it back', () => {
    expect(checkTemplate(smallTemplate())).toEqual({ ok: true, template: smallTemplate() });
  });

  it('[TP1] refuses another format version, and keys it does not know', () => {
    expect(rulesBroken({ ...smallTemplate(), formatVersion: 2 })).toEqual(['TP1 formatVersion']);
    expect(rulesBroken({ ...smallTemplate(), relations: [{ ...relation(), quote: 'lopende tekst' }] })).toEqual([
      'TP1 relations.0',
    ]);
    expect(rulesBroken('geen schema')).toEqual(['TP1 ']);
  });

  it('[TP2] accepts a label of 80 characters and refuses one of 81', () => {
    expect(rulesBroken(smallTemplate({ blocks: [block({ label: 'a'.repeat(80) })] }))).toEqual([]);
    expect(rulesBroken(smallTemplate({ blocks: [block({ label: 'a'.repeat(81) })] }))).toEqual(['TP2 blocks.0.label']);
  });

  it('[TP3] refuses duplicate ids, also over two kinds of elements', () => {
    expect(rulesBroken(smallTemplate({ points: [point(), point({ order: 2 })] }))).toContain('TP3 points[1].id');
    expect(rulesBroken(smallTemplate({ relations: [relation({ id: 'L1.1.A' })] }))).toEqual(['TP3 relations[0].id']);
  });

  it('[TP4] refuses dangling parents and parents of the wrong kind', () => {
    const [reference] = smallTemplate().references;
    const [knot] = smallTemplate().interventionPoints;
    expect(
      rulesBroken(
        smallTemplate({
          blocks: [block(), block({ id: 'L9.9.1', parentId: 'L9.9', letter: undefined, emptyReason: 'Leeg' })],
        }),
      ),
    ).toContain('TP4 blocks[1].parentId');
    expect(rulesBroken(smallTemplate({ groups: [group(), group({ id: 'L1.1.1', parentId: 'L1.1' })] }))).toContain(
      'TP4 groups[1].parentId',
    );
    expect(rulesBroken(smallTemplate({ references: reference ? [{ ...reference, parentId: 'L9.9' }] : [] }))).toEqual([
      'TP4 references[0].parentId',
    ]);
    expect(rulesBroken(smallTemplate({ interventionPoints: knot ? [{ ...knot, clusterId: 'C9' }] : [] }))).toContain(
      'TP4 interventionPoints[0].clusterId',
    );
  });

  it('[TP5] refuses points that lie inside each other', () => {
    const circle = [point(), point({ id: 'a', parentId: 'b' }), point({ id: 'b', parentId: 'a' })];
    expect(rulesBroken(smallTemplate({ points: circle }))).toEqual(
      expect.arrayContaining(['TP5 points[1].parentId', 'TP5 points[2].parentId']),
    );
  });

  it('[TP6] refuses gaps and doubles in the order of siblings', () => {
    expect(rulesBroken(smallTemplate({ points: [point(), point({ id: 'L1.1.A.1.p3', order: 3 })] }))).toEqual([
      'TP6 points[1].order',
    ]);
    expect(rulesBroken(smallTemplate({ layers: [layer(), layer({ id: 'L1.2', section: '1.2' })] }))).toEqual([
      'TP6 layers[1].order',
    ]);
  });

  it('[TP7] refuses an empty block without a reason, and a reason on a filled block', () => {
    const empty = block({ id: 'L1.1.2', order: 2, letter: undefined });
    expect(rulesBroken(smallTemplate({ blocks: [block(), empty] }))).toEqual(['TP7 blocks[1].emptyReason']);
    expect(rulesBroken(smallTemplate({ blocks: [block(), { ...empty, emptyReason: 'Alleen een kop' }] }))).toEqual([]);
    expect(rulesBroken(smallTemplate({ blocks: [block({ emptyReason: 'Alleen een kop' })] }))).toEqual([
      'TP7 blocks[0].emptyReason',
    ]);
  });

  it('[TP8] refuses dangling concerns, endpoints and arrows; sets are known', () => {
    const [knot] = smallTemplate().interventionPoints;
    expect(
      rulesBroken(smallTemplate({ interventionPoints: knot ? [{ ...knot, concerns: ['L1.1', 'L9.9'] }] : [] })),
    ).toEqual(['TP8 interventionPoints[0].concerns[1]']);
    expect(
      rulesBroken(smallTemplate({ relations: [relation({ to: [{ ref: 'track:left' }, { ref: 'L9.9' }] })] })),
    ).toEqual(['TP8 relations[0].to[1]']);
    expect(
      rulesBroken(smallTemplate({ layerGraph: { upward: [['L1.1', 'L1.2']], downward: [], side: [['L1.1', 'all']] } })),
    ).toEqual(['TP8 layerGraph.upward[0][1]']);
  });

  it('[TP9] refuses ids that do not say where an element stands', () => {
    const nested = point({ id: 'L1.1.A.1.p1.1', parentId: 'L1.1.A.1.p1' });
    expect(rulesBroken(smallTemplate({ points: [point(), nested] }))).toEqual([]);
    expect(rulesBroken(smallTemplate({ points: [point({ id: 'L1.1.A.1.x1' })] }))).toEqual(['TP9 points[0].id']);
  });

  it('[TP15] refuses more than fits, in all lists together and on one side of a relation', () => {
    const ends = (count: number) => Array.from({ length: count }, () => ({ ref: 'L1.1' }));
    const relations = (count: number) => Array.from({ length: count }, () => ({ from: ends(5_000) }));
    expect(rulesBroken({ relations: relations(9) })).not.toContain('TP15 ');
    expect(rulesBroken({ relations: relations(10) })).toEqual(['TP15 ']);
    expect(rulesBroken(smallTemplate({ relations: [relation({ from: ends(100) })] }))).toEqual([]);
    expect(rulesBroken(smallTemplate({ relations: [relation({ from: ends(101) })] }))).toEqual([
      'TP1 relations.0.from',
    ]);
  });

  it('[TP16] refuses letters that are no address, and numbers and versions that nothing keeps', () => {
    for (const letter of ['', '\u0000', '\ud800', '../', '<b>', '%2F', ' ', '\u202e', 'ABCDE']) {
      const blocks = [block({ id: `L1.1.${letter}`, letter, emptyReason: 'Leeg' })];
      expect(rulesBroken(smallTemplate({ blocks, groups: [], points: [] })), letter).toContain('TP1 blocks.0.letter');
    }
    const long = `1.${'1'.repeat(5)}`;
    const [knot] = smallTemplate().interventionPoints;
    const interventionPoints = knot ? [{ ...knot, number: long }] : [];
    expect(rulesBroken(smallTemplate({ interventionPoints }))).toEqual(['TP1 interventionPoints.0.number']);
    const far = { ...layer().locator, section: long };
    expect(rulesBroken(smallTemplate({ layers: [layer({ locator: far })] }))).toEqual(['TP1 layers.0.locator.section']);
    expect(rulesBroken({ ...smallTemplate(), version: 9_999_999 })).toEqual([]);
    expect(rulesBroken({ ...smallTemplate(), version: 10_000_000 })).toEqual(['TP1 version']);
  });

  it('[TP10] refuses a pair without poles, and poles on anything else', () => {
    const poles = { left: 'Snel', right: 'Zorgvuldig' };
    expect(rulesBroken(smallTemplate({ points: [point({ kind: 'pair', poles })] }))).toEqual([]);
    expect(rulesBroken(smallTemplate({ points: [point({ kind: 'pair' })] }))).toEqual(['TP10 points[0].poles']);
    expect(rulesBroken(smallTemplate({ points: [point({ poles })] }))).toEqual(['TP10 points[0].poles']);
  });

  it('[TP11] refuses edges to texts, and reading rules or document links as edges', () => {
    expect(rulesBroken(smallTemplate({ relations: [relation({ to: [{ text: 'een bijlage' }] })] }))).toEqual([
      'TP11 relations[0].edge',
    ]);
    expect(rulesBroken(smallTemplate({ relations: [relation({ kind: 'document-link' })] }))).toEqual([
      'TP11 relations[0].edge',
    ]);
    expect(
      rulesBroken(
        smallTemplate({
          relations: [relation({ kind: 'reading-rule', to: [{ text: 'de laag erboven' }], edge: false })],
        }),
      ),
    ).toEqual([]);
  });
});
