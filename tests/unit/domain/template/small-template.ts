import type { Block, Group, Layer, Locator, Point, Relation, Template } from '@/lib/domain/template/template';

const locator: Locator = { document: 'bijlage-e', section: '1.1', ordinal: 1 };

export function layer(overrides: Partial<Layer> = {}): Layer {
  return {
    id: 'L1.1',
    section: '1.1',
    order: 1,
    name: 'Grond',
    essence: 'Grond',
    track: 'base',
    colour: 'lila',
    locator,
    ...overrides,
  };
}

export function block(overrides: Partial<Block> = {}): Block {
  return {
    id: 'L1.1.A',
    parentId: 'L1.1',
    order: 1,
    letter: 'A',
    label: 'Blok',
    relabelled: false,
    locator,
    ...overrides,
  };
}

export function group(overrides: Partial<Group> = {}): Group {
  return { id: 'L1.1.A.1', parentId: 'L1.1.A', order: 1, label: 'Groep', relabelled: false, locator, ...overrides };
}

export function point(overrides: Partial<Point> = {}): Point {
  return {
    id: 'L1.1.A.1.p1',
    parentId: 'L1.1.A.1',
    order: 1,
    kind: 'point',
    label: 'Punt',
    relabelled: false,
    locator,
    ...overrides,
  };
}

export function relation(overrides: Partial<Relation> = {}): Relation {
  return {
    id: 'REL01',
    kind: 'upward',
    from: [{ ref: 'L1.1.A' }],
    to: [{ ref: 'all' }],
    label: 'Werkt door',
    certainty: 'stated',
    modality: 'is',
    drawnAs: 'none',
    edge: true,
    general: false,
    sources: [{ document: 'bijlage-e', line: 1 }],
    ...overrides,
  };
}

/** The smallest template with one of everything; it keeps every rule. */
export function smallTemplate(overrides: Partial<Template> = {}): Template {
  return {
    formatVersion: 1,
    slug: 'klein-schema',
    version: 1,
    title: 'Klein schema',
    source: 'Eigen tekst',
    layers: [layer()],
    blocks: [block()],
    groups: [group()],
    points: [point()],
    relations: [relation()],
    clusters: [{ id: 'C1', number: 1, label: 'Thema' }],
    interventionPoints: [
      { id: 'IP1.1', clusterId: 'C1', number: '1.1', order: 1, label: 'Knooppunt', concerns: ['L1.1.A'], locator },
    ],
    references: [
      { id: 'REF01', parentId: 'L1.1.A.1', anthology: 'problemen-en-oorzaken', chapter: 1, available: true, locator },
    ],
    ...overrides,
  };
}
