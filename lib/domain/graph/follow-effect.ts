import type { GraphEdge, SchemaGraph } from './schema-graph';

/**
 * up = to the harm; down = the harm arrows back, out of the harm this element leads to; both = first up, then down.
 */
export type FollowDirection = 'up' | 'down' | 'both';

export type FollowStep = {
  /** relation = an edge; within = a part acts through its layer, together with the other parts; concerns = where an intervention point acts */
  kind: 'relation' | 'within' | 'concerns';
  from: string;
  to: string;
  /** null unless kind is 'relation' */
  edge: GraphEdge | null;
  phase: 'up' | 'down';
  /** steps from the start, counted from 1 */
  distance: number;
  /** true when `to` was not reached before */
  first: boolean;
};

export type FollowedEffect = {
  /** in the order of the walk */
  steps: FollowStep[];
  /** the starts and everything reached: what stays bright */
  reached: Set<string>;
  /** ids of edges walked */
  edges: Set<string>;
  /** where harm comes back, in reading order */
  returnsTo: string[];
  /** harm comes back to a start, or to the layer it lies in */
  returnsToStart: boolean;
};

const nothing = (): FollowedEffect => ({
  steps: [],
  reached: new Set(),
  edges: new Set(),
  returnsTo: [],
  returnsToStart: false,
});

/** Follows the effect of one element or intervention point. Unknown id: nothing reached. */
export function followEffect(graph: SchemaGraph, id: string, direction: FollowDirection): FollowedEffect {
  return followFrom(graph, [id], direction);
}

/** The same from several elements at once: the `concerns` of a group's own point. */
export function followFrom(_graph: SchemaGraph, _ids: readonly string[], _direction: FollowDirection): FollowedEffect {
  return nothing();
}

/** Backwards: everything that works towards this element ("Wat hier onder ligt", all the way down). */
export function followCauses(_graph: SchemaGraph, _id: string): FollowedEffect {
  return nothing();
}
