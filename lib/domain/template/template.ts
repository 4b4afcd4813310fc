import { z } from 'zod';

/** Of one kind of element; our own schema has 664 points. */
export const MAX_ELEMENTS = 5_000;
/** Of all lists together, those inside relations too; our own schema has 1,321 places in lists. */
export const MAX_LISTED = 50_000;
/** Of one side of a relation, which is walked pair by pair; our own schema goes to 10. */
const MAX_ENDS = 100;
/** What the address of a version takes; a database keeps little more. */
const MAX_VERSION = 9_999_999;
/** Longer texts belong to the documents themselves and are imported by the installation. */
const MAX_LABEL_LENGTH = 80;

const TRACKS = ['base', 'left', 'right', 'across', 'column', 'corner'] as const;

const LAYER_COLOURS = [
  'lila',
  'turquoise',
  'blauw',
  'oranje',
  'geel',
  'groen',
  'lichtpaars',
  'rood',
  'roze',
  'blauw-politiek',
] as const;

const POINT_KINDS = ['point', 'pair', 'example', 'note'] as const;

const RELATION_KINDS = [
  'reading-rule',
  'joint-causation',
  'upward',
  'carries',
  'works-through',
  'feedback',
  'self-loop',
  'meeting',
  'inside-layer',
  'causes',
  'harm-returns',
  'reinforcing-loop',
  'interactions',
  'over-time',
  'side-influence',
  'occurs-at-all-levels',
  'occurs-at-levels',
  'runs-through',
  'cross-reference',
  'drives-and-sustains',
  'point-states-relation',
  'document-link',
  'between-intervention-points',
] as const;

/** These say something about reading the schema or about its documents, not about the problem itself. */
export const KINDS_WITHOUT_EDGE: readonly string[] = ['reading-rule', 'document-link'];

/** Relation endpoints that stand for a set of elements instead of one. */
export const ELEMENT_SETS = ['all', 'track:left', 'track:right', 'intervention-points'] as const;

const Id = z.string().min(1).max(40);
const Label = z.string().trim().min(1).max(MAX_LABEL_LENGTH);
const Order = z.int().min(1);
const Section = z.string().regex(/^\d{1,4}\.\d{1,4}$/);

/** Where the source says it: the n-th bullet, heading or reference of a section; 0 is the section's own heading. */
const LocatorSchema = z.strictObject({
  document: z.enum(['bijlage-e', 'rapport']),
  section: Section,
  ordinal: z.int().min(0),
  line: z.int().min(1).optional(),
});

const LayerSchema = z.strictObject({
  id: Id,
  section: Section,
  order: Order,
  name: Label,
  /** One short line for the far zoom. */
  essence: Label,
  track: z.enum(TRACKS),
  colour: z.enum(LAYER_COLOURS),
  locator: LocatorSchema,
});

const BlockSchema = z.strictObject({
  id: Id,
  parentId: Id,
  order: Order,
  letter: z
    .string()
    .regex(/^[A-Za-z0-9]{1,4}$/)
    .optional(),
  label: Label,
  emptyReason: Label.optional(),
  /** True when the label differs from the source's own words, markup and numbering left aside. */
  relabelled: z.boolean(),
  locator: LocatorSchema,
});

const GroupSchema = z.strictObject({
  id: Id,
  parentId: Id,
  order: Order,
  label: Label,
  relabelled: z.boolean(),
  locator: LocatorSchema,
});

const PointSchema = z.strictObject({
  id: Id,
  parentId: Id,
  order: Order,
  kind: z.enum(POINT_KINDS),
  label: Label,
  poles: z.strictObject({ left: Label, right: Label }).optional(),
  relabelled: z.boolean(),
  locator: LocatorSchema,
});

const EndpointSchema = z.union([z.strictObject({ ref: Id }), z.strictObject({ text: Label })]);

const RelationSchema = z.strictObject({
  id: Id,
  kind: z.enum(RELATION_KINDS),
  from: z.array(EndpointSchema).min(1).max(MAX_ENDS),
  to: z.array(EndpointSchema).min(1).max(MAX_ENDS),
  label: Label,
  certainty: z.enum(['stated', 'reading', 'open']),
  modality: z.enum(['is', 'can']),
  drawnAs: z.enum(['up', 'harm-down', 'politics', 'side', 'none']),
  edge: z.boolean(),
  /** About the schema as a whole: its endpoints are sets, not to be walked pair by pair. */
  general: z.boolean(),
  sources: z
    .array(
      z.strictObject({
        document: z.enum(['bijlage-e', 'rapport', 'bloemlezing-problemen-en-oorzaken']),
        line: z.int().min(1),
      }),
    )
    .min(1),
});

const ClusterSchema = z.strictObject({ id: Id, number: Order, label: Label });

const InterventionPointSchema = z.strictObject({
  id: Id,
  clusterId: Id,
  number: Section,
  order: Order,
  label: Label,
  concerns: z.array(Id).min(1),
  locator: LocatorSchema,
});

const ReferenceSchema = z.strictObject({
  id: Id,
  parentId: Id,
  anthology: z.enum(['trends-en-ontwikkelingen', 'problemen-en-oorzaken']),
  chapter: Order,
  available: z.boolean(),
  locator: LocatorSchema,
});

const Arrows = z.array(z.tuple([Id, Id]));
const LayerGraphSchema = z.strictObject({ upward: Arrows, downward: Arrows, side: Arrows });

export const TemplateSchema = z.strictObject({
  formatVersion: z.literal(1),
  slug: z
    .string()
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
    .max(MAX_LABEL_LENGTH),
  version: z.int().min(1).max(MAX_VERSION),
  title: Label,
  source: Label,
  layers: z.array(LayerSchema).min(1),
  blocks: z.array(BlockSchema),
  groups: z.array(GroupSchema),
  points: z.array(PointSchema),
  relations: z.array(RelationSchema),
  clusters: z.array(ClusterSchema),
  interventionPoints: z.array(InterventionPointSchema),
  references: z.array(ReferenceSchema),
  layerGraph: LayerGraphSchema.optional(),
});

export type Template = z.infer<typeof TemplateSchema>;
export type Locator = z.infer<typeof LocatorSchema>;
export type Layer = z.infer<typeof LayerSchema>;
export type Block = z.infer<typeof BlockSchema>;
export type Group = z.infer<typeof GroupSchema>;
export type Point = z.infer<typeof PointSchema>;
export type PointKind = Point['kind'];
export type Relation = z.infer<typeof RelationSchema>;
export type Cluster = z.infer<typeof ClusterSchema>;
export type InterventionPoint = z.infer<typeof InterventionPointSchema>;
export type Reference = z.infer<typeof ReferenceSchema>;
