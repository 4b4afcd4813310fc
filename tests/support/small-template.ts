import type { Block, Layer, Point, Template } from '@/lib/domain/template/template';

const locator = (ordinal: number) => ({ document: 'bijlage-e' as const, section: '9.1', ordinal });

function layer(id: string, order: number, track: Layer['track'], colour: Layer['colour']): Layer {
  return {
    id,
    section: `9.${order}`,
    order,
    name: `Verzonnen laag ${order}`,
    essence: `Laag ${order}`,
    track,
    colour,
    locator: locator(0),
  };
}
function block(id: string, parentId: string, order: number, label = `Verzonnen blok ${id}`): Block {
  return { id, parentId, order, label, relabelled: true, locator: locator(order) };
}
function points(parentId: string, count: number): Point[] {
  return Array.from({ length: count }, (_, at) => ({
    id: `${parentId}.p${at + 1}`,
    parentId,
    order: at + 1,
    kind: 'point' as const,
    label: `Verzonnen punt ${at + 1} over ${'iets '.repeat(1 + (at % 5)).trim()}`,
    relabelled: true,
    locator: locator(at + 1),
  }));
}

/** A template on every track, made up, small enough to read in a failing test. */
export function smallTemplate(): Template {
  const layers = [
    layer('T1', 1, 'base', 'lila'),
    layer('T2', 2, 'left', 'turquoise'),
    layer('T3', 3, 'right', 'oranje'),
    layer('T4', 4, 'across', 'groen'),
    layer('T5', 5, 'across', 'rood'),
    layer('T6', 6, 'column', 'roze'),
    layer('T7', 7, 'corner', 'blauw-politiek'),
  ];
  const blocks = [
    block('T1.A', 'T1', 1),
    block('T1.B', 'T1', 2),
    block('T2.1', 'T2', 1),
    block('T3.1', 'T3', 1),
    block('T3.2', 'T3', 2),
    block('T4.1', 'T4', 1),
    block('T5.1', 'T5', 1),
    block('T6.1', 'T6', 1),
  ];
  return {
    formatVersion: 1,
    slug: 'klein',
    version: 1,
    title: 'Verzonnen schema',
    source: 'Verzonnen',
    layers,
    blocks,
    groups: [
      { id: 'T1.A.1', parentId: 'T1.A', order: 1, label: 'Verzonnen groep', relabelled: true, locator: locator(1) },
    ],
    points: [
      ...points('T1.A.1', 4),
      ...points('T1.B', 3),
      ...points('T2.1', 6),
      ...points('T3.1', 9),
      ...points('T4.1', 2),
      ...points('T6.1', 8),
      ...points('T7', 3),
    ],
    relations: [],
    clusters: [{ id: 'C1', number: 1, label: 'Verzonnen cluster' }],
    interventionPoints: [
      {
        id: 'IP1.1',
        clusterId: 'C1',
        number: '1.1',
        order: 1,
        label: 'Verzonnen interventiepunt',
        concerns: ['T1.A.1', 'T1.A', 'T3'],
        locator: locator(1),
      },
      {
        id: 'IP1.2',
        clusterId: 'C1',
        number: '1.2',
        order: 2,
        label: 'Nog een verzonnen punt',
        concerns: ['T1.A', 'T6.1'],
        locator: locator(2),
      },
    ],
    references: [],
    layerGraph: {
      upward: [
        ['T1', 'T2'],
        ['T1', 'T3'],
        ['T2', 'T4'],
        ['T3', 'T4'],
        ['T4', 'T5'],
      ],
      downward: [
        ['T5', 'track:left'],
        ['T5', 'track:right'],
      ],
      side: [['T7', 'T3']],
    },
  };
}
