/** The board draws whatever template may be uploaded: any layers on any track, empty ones, arrows between anything. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { LAYOUT_VERSION, layoutTemplate } from '@/lib/domain/layout/layout-template';
import { checkTemplate } from '@/lib/domain/template/check-template';
import type { Layer, Point } from '@/lib/domain/template/template';
import { nlCanvas } from '@/lib/messages/nl-canvas';

const locator = { document: 'bijlage-e' as const, section: '1.1', ordinal: 0 };
const label = fc.stringMatching(/^[a-z][a-z ]{0,77}[a-z]$/);
const TRACKS = ['base', 'left', 'right', 'across', 'column', 'corner'] as const satisfies Layer['track'][];
const COLOURS = ['lila', 'oranje', 'geel', 'rood', 'blauw-politiek'] as const satisfies Layer['colour'][];

const block = fc.record({
  label,
  points: fc.array(label, { maxLength: 5 }),
  groups: fc.array(fc.array(label, { maxLength: 3 }), { maxLength: 2 }),
});
const layer = fc.record({
  track: fc.constantFrom(...TRACKS),
  colour: fc.constantFrom(...COLOURS),
  name: label,
  blocks: fc.array(block, { maxLength: 4 }),
  points: fc.array(label, { maxLength: 3 }),
});
const drawn = fc.record({
  layers: fc.array(layer, { minLength: 1, maxLength: 14 }),
  balls: fc.integer({ min: 0, max: 6 }),
  arrows: fc.boolean(),
  picks: fc.array(fc.nat(), { minLength: 20, maxLength: 20 }),
});
type Drawn = typeof drawn extends fc.Arbitrary<infer Value> ? Value : never;

const pointsOf = (parentId: string, labels: string[]): Point[] =>
  labels.map((text, at) => ({
    id: `${parentId}.p${at + 1}`,
    parentId,
    order: at + 1,
    kind: 'point',
    label: text,
    relabelled: true,
    locator,
  }));

function templateOf({ layers: wanted, balls, arrows, picks }: Drawn): unknown {
  const layers = wanted.map(({ track, colour, name }, at) => ({
    id: `L1.${at + 1}`,
    section: `1.${at + 1}`,
    order: at + 1,
    name,
    essence: name,
    track,
    colour,
    locator,
  }));
  const blocks = wanted.flatMap((one, at) =>
    one.blocks.map(({ label: text, points, groups }, nth) => ({
      id: `L1.${at + 1}.${nth + 1}`,
      parentId: `L1.${at + 1}`,
      order: nth + 1,
      label: text,
      relabelled: true,
      locator,
      ...(points.length + groups.length === 0 ? { emptyReason: 'Verzonnen reden' } : {}),
    })),
  );
  const groups = wanted.flatMap((one, at) =>
    one.blocks.flatMap((inside, nth) =>
      inside.groups.map((_, which) => ({
        id: `L1.${at + 1}.${nth + 1}.${which + 1}`,
        parentId: `L1.${at + 1}.${nth + 1}`,
        order: which + 1,
        label: 'Verzonnen groep',
        relabelled: true,
        locator,
      })),
    ),
  );
  const points = wanted.flatMap((one, at) => [
    ...pointsOf(`L1.${at + 1}`, one.points),
    ...one.blocks.flatMap((inside, nth) => [
      ...pointsOf(`L1.${at + 1}.${nth + 1}`, inside.points),
      ...inside.groups.flatMap((labels, which) => pointsOf(`L1.${at + 1}.${nth + 1}.${which + 1}`, labels)),
    ]),
  ]);
  const ids = [...layers, ...blocks, ...groups, ...points].map(({ id }) => id);
  const pick = (at: number) => ids[(picks[at] ?? 0) % ids.length] ?? '';
  return {
    formatVersion: 1,
    slug: 'verzonnen',
    version: 1,
    title: 'Verzonnen schema',
    source: 'Verzonnen',
    layers,
    blocks,
    groups,
    points,
    relations: [],
    clusters: balls > 0 ? [{ id: 'C1', number: 1, label: 'Verzonnen cluster' }] : [],
    interventionPoints: Array.from({ length: balls }, (_, at) => ({
      id: `IP1.${at + 1}`,
      clusterId: 'C1',
      number: `1.${at + 1}`,
      order: at + 1,
      label: 'Verzonnen interventiepunt',
      concerns: [pick(at)],
      locator,
    })),
    references: [],
    ...(arrows && {
      layerGraph: {
        upward: [
          [pick(10), pick(11)],
          [pick(12), 'track:left'],
        ],
        downward: [
          [pick(13), 'track:right'],
          [pick(14), pick(15)],
        ],
        side: [
          [pick(16), pick(17)],
          ['all', pick(18)],
        ],
      },
    }),
  };
}

function numbersIn(value: unknown): number[] {
  if (typeof value === 'number') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(numbersIn) : [];
}

it('[IM15] draws any template that keeps the rules', { timeout: 30_000 }, () => {
  fc.assert(
    fc.property(drawn, (wanted) => {
      const check = checkTemplate(templateOf(wanted));
      if (!check.ok) throw new Error(JSON.stringify(check.problems[0]));
      const picture = layoutTemplate(check.template, LAYOUT_VERSION, nlCanvas.key);
      expect(picture.layers).toHaveLength(check.template.layers.length);
      expect(numbersIn(picture).filter((number) => !Number.isFinite(number))).toEqual([]);
    }),
    { numRuns: 100 },
  );
});
