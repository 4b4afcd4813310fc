import fc from 'fast-check';
import { checkTemplate } from '@/lib/domain/template/check-template';
import type { Block, Layer, Point, Relation, Template } from '@/lib/domain/template/template';
import { block, group, layer, point, relation, smallTemplate } from '../template/small-template';

const TRACKS: Layer['track'][] = ['base', 'left', 'right', 'across', 'column', 'corner'];
const SETS = ['all', 'track:left', 'track:right'];
const KINDS: Relation['kind'][] = [
  'upward',
  'carries',
  'harm-returns',
  'causes',
  'self-loop',
  'side-influence',
  'occurs-at-all-levels',
  'cross-reference',
  'joint-causation',
];

type Shape = { track: Layer['track']; blocks: number }[];

function layersOf(shape: Shape): { layers: Layer[]; blocks: Block[]; points: Point[] } {
  const layers = shape.map(({ track }, index) =>
    layer({ id: `L1.${index + 1}`, section: `1.${index + 1}`, order: index + 1, track }),
  );
  const blocks = shape.flatMap(({ blocks: count }, index) =>
    Array.from({ length: count }, (_, at) =>
      block({ id: `L1.${index + 1}.${at + 1}`, parentId: `L1.${index + 1}`, order: at + 1, letter: undefined }),
    ),
  );
  const points = blocks.flatMap(({ id }) => [
    point({ id: `${id}.p1`, parentId: id, order: 1 }),
    point({ id: `${id}.p2`, parentId: id, order: 2 }),
  ]);
  return { layers, blocks, points };
}

const shapes: fc.Arbitrary<Shape> = fc.array(
  fc.record({ track: fc.constantFrom(...TRACKS), blocks: fc.nat({ max: 3 }) }),
  { minLength: 1, maxLength: 7 },
);

function relationsOver(ids: string[]): fc.Arbitrary<Relation[]> {
  const ends = fc
    .uniqueArray(fc.constantFrom(...ids, ...ids, ...SETS), { minLength: 1, maxLength: 3 })
    .map((refs) => refs.map((ref) => ({ ref })));
  const one = fc.record({
    kind: fc.constantFrom(...KINDS),
    from: ends,
    to: ends,
    edge: fc.boolean(),
    general: fc.boolean(),
    certainty: fc.constantFrom<Relation['certainty']>('stated', 'reading', 'open'),
    modality: fc.constantFrom<Relation['modality']>('is', 'can'),
    drawnAs: fc.constantFrom<Relation['drawnAs']>('up', 'harm-down', 'politics', 'side', 'none'),
  });
  return fc
    .array(one, { maxLength: 14 })
    .map((list) => list.map((fields, index) => relation({ ...fields, id: `REL${index}`, label: `Verband ${index}` })));
}

/** Any valid template: tracks in any order, empty layers, relations between anything, with or without a drawing. */
export const templates: fc.Arbitrary<Template> = shapes.chain((shape) => {
  const { layers, blocks, points } = layersOf(shape);
  const ids = [...layers, ...blocks, ...points].map(({ id }) => id);
  const layerIds = layers.map(({ id }) => id);
  const arrows = fc.array(fc.tuple(fc.constantFrom(...layerIds), fc.constantFrom(...layerIds, ...SETS)), {
    maxLength: 6,
  });
  return fc
    .record({
      relations: relationsOver(ids),
      layerGraph: fc.option(fc.record({ upward: arrows, downward: arrows, side: arrows }), { nil: undefined }),
      concerns: fc.uniqueArray(fc.constantFrom(...ids), { minLength: 1, maxLength: 3 }),
    })
    .map(({ relations, layerGraph, concerns }) =>
      smallTemplate({
        layers,
        blocks,
        groups: [],
        points,
        relations,
        references: [],
        interventionPoints: smallTemplate().interventionPoints.map((knot) => ({ ...knot, concerns })),
        ...(layerGraph ? { layerGraph } : {}),
      }),
    );
});

/** Two tracks on a base, harm on top that comes back, a column and a corner: the schema in small, all invented. */
export function townTemplate(): Template {
  const tracks: Layer['track'][] = ['base', 'left', 'left', 'right', 'across', 'across', 'column', 'corner'];
  const layers = tracks.map((track, index) =>
    layer({ id: `L1.${index + 1}`, section: `1.${index + 1}`, order: index + 1, track, name: `Laag ${index + 1}` }),
  );
  const blocks = [
    block({ id: 'L1.1.A', parentId: 'L1.1', order: 1, letter: 'A' }),
    block({ id: 'L1.1.B', parentId: 'L1.1', order: 2, letter: 'B' }),
    block({ id: 'L1.5.A', parentId: 'L1.5', order: 1, letter: 'A' }),
    block({ id: 'L1.5.B', parentId: 'L1.5', order: 2, letter: 'B' }),
    block({ id: 'L1.7.A', parentId: 'L1.7', order: 1, letter: 'A' }),
  ];
  const points = [
    point({ id: 'L1.1.A.p1', parentId: 'L1.1.A', order: 1 }),
    point({ id: 'L1.1.A.1.p1', parentId: 'L1.1.A.1', order: 1 }),
    point({ id: 'L1.1.B.p1', parentId: 'L1.1.B', order: 1 }),
    point({ id: 'L1.3.p1', parentId: 'L1.3', order: 1 }),
    point({ id: 'L1.5.A.p1', parentId: 'L1.5.A', order: 1 }),
    point({ id: 'L1.5.B.p1', parentId: 'L1.5.B', order: 1 }),
    point({ id: 'L1.7.A.p1', parentId: 'L1.7.A', order: 1 }),
    point({
      id: 'L1.7.A.p2',
      parentId: 'L1.7.A',
      order: 2,
      kind: 'pair',
      label: 'Snel <-> rustig',
      poles: { left: 'Snel', right: 'rustig' },
    }),
  ];
  const end = (...refs: string[]) => refs.map((ref) => ({ ref }));
  const says = (id: string, overrides: Partial<Relation>) => relation({ id, label: `Zin ${id}`, ...overrides });
  const relations = [
    says('R1', { from: end('L1.1'), to: end('track:left', 'track:right'), kind: 'carries' }),
    says('R2', { from: end('L1.2'), to: end('L1.3'), modality: 'can' }),
    says('R3', { from: end('track:left', 'track:right'), to: end('L1.5'), kind: 'meeting' }),
    says('R4', { from: end('L1.5'), to: end('L1.6') }),
    says('R5', { from: end('L1.6'), to: end('L1.2', 'L1.4'), kind: 'harm-returns', drawnAs: 'harm-down' }),
    says('R6', { from: end('L1.3'), to: end('L1.3'), kind: 'self-loop' }),
    says('R7', { from: end('L1.7'), to: end('all'), kind: 'side-influence', drawnAs: 'side' }),
    says('R8', { from: end('L1.8'), to: end('L1.4'), kind: 'drives-and-sustains', drawnAs: 'politics' }),
    says('R9', { from: end('all'), to: end('all'), kind: 'joint-causation', general: true }),
    says('R10', { from: end('L1.7.A'), to: end('all'), kind: 'occurs-at-all-levels' }),
    says('R11', { from: end('L1.7.A.p1'), to: end('L1.2', 'L1.4'), kind: 'occurs-at-levels', certainty: 'open' }),
    says('R12', { from: end('L1.3.p1'), to: end('L1.7.A'), kind: 'cross-reference' }),
    says('R13', { from: end('L1.5.A.p1'), to: end('L1.3.p1'), kind: 'point-states-relation', certainty: 'reading' }),
    says('R14', {
      from: end('intervention-points'),
      to: end('intervention-points'),
      kind: 'between-intervention-points',
      general: true,
    }),
    says('R15', {
      from: [{ text: 'elke laag' }],
      to: [{ text: 'de laag erboven' }],
      kind: 'reading-rule',
      edge: false,
    }),
    says('R16', { from: end('L1.6'), to: end('L1.8'), kind: 'harm-returns' }),
  ];
  const knots = [
    { order: 1, concerns: ['L1.1.A', 'L1.5'] },
    { order: 2, concerns: ['L1.1.A.1.p1'] },
  ].map(({ order, concerns }) => ({
    id: `IP1.${order}`,
    clusterId: 'C1',
    number: `1.${order}`,
    order,
    label: `Knooppunt ${order}`,
    concerns,
    locator: layer().locator,
  }));
  const template = smallTemplate({
    layers,
    blocks,
    groups: [group({ id: 'L1.1.A.1', parentId: 'L1.1.A', order: 1 })],
    points,
    relations,
    interventionPoints: knots,
    layerGraph: {
      upward: [
        ['L1.2', 'L1.3'],
        ['L1.4', 'L1.6'],
      ],
      downward: [['L1.5', 'track:left']],
      side: [['L1.7', 'all']],
    },
  });
  const check = checkTemplate(template);
  if (!check.ok) throw new Error(JSON.stringify(check.problems));
  return check.template;
}
