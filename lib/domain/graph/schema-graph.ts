import type { Relation, Template } from '../template/template';

export type NodeKind = 'layer' | 'block' | 'group' | 'point' | 'intervention';

export type GraphNode = {
  id: string;
  kind: NodeKind;
  label: string;
  /** layer, block, group, point around it, nearest last; empty for a layer and an intervention point */
  path: readonly string[];
  /** id of its layer; null for an intervention point */
  layerId: string | null;
  /** place in reading order, bottom layer first: a heading before what is in it */
  order: number;
};

/** One stated relation, as the ground under an edge. */
export type Reason = {
  /** null when the template only draws the arrow (layerGraph) and no relation says why */
  relationId: string | null;
  /** '' when relationId is null */
  label: string;
  kind: Relation['kind'] | 'drawn';
  certainty: Relation['certainty'];
  modality: Relation['modality'];
  /** the cause is a set together (the blocks of a layer, or several `from`s): never read it one to one */
  joint: boolean;
  /** what the relation names beside `from` as acting together with it */
  together: readonly string[];
};

/**
 * up = to what lies higher; down = back to what lies lower (harm returns); within = inside one layer;
 * side = from or to the column and politics, and between the two tracks.
 */
export type EdgeDirection = 'up' | 'down' | 'side' | 'within';

export type GraphEdge = {
  /** `<from>><to>` */
  id: string;
  from: string;
  to: string;
  direction: EdgeDirection;
  /** at least one, the firmest first */
  because: readonly Reason[];
  /** 'is' when one reason says so */
  modality: Relation['modality'];
  /** the firmest of its reasons: stated, else reading, else open */
  certainty: Relation['certainty'];
  joint: boolean;
};

/** A relation to say in words: an end is a set or a text, so there is no pair to walk. */
export type Statement = {
  relationId: string;
  label: string;
  kind: Relation['kind'];
  certainty: Relation['certainty'];
  modality: Relation['modality'];
  /** elements it names at its start; empty when that end is a set or a text */
  from: readonly string[];
  to: readonly string[];
  /** true when this end is a set ('all') or a text */
  fromAll: boolean;
  toAll: boolean;
  /** about the schema as a whole */
  general: boolean;
};

/** Where a pattern or dilemma occurs, or what the text refers to; no cause, so never walked. */
export type Occurrence = {
  from: string;
  to: readonly string[];
  relationId: string;
  label: string;
  kind: Relation['kind'];
  certainty: Relation['certainty'];
};

export type SchemaGraph = {
  template: Template;
  nodes: ReadonlyMap<string, GraphNode>;
  /** what lies directly inside: layer → blocks and points, and so on; never a cause */
  children: ReadonlyMap<string, readonly string[]>;
  /** intervention point → what it concerns; never a cause */
  concerns: ReadonlyMap<string, readonly string[]>;
  edges: ReadonlyMap<string, GraphEdge>;
  out: ReadonlyMap<string, readonly GraphEdge[]>;
  in: ReadonlyMap<string, readonly GraphEdge[]>;
  statements: readonly Statement[];
  occurrences: readonly Occurrence[];
  /** layers in reading order, bottom first */
  layers: readonly string[];
};
