import type { GraphEdge, SchemaGraph, Statement } from './schema-graph';

/** One step to a neighbour. `via` is the layer whose edge it is, when the element itself has none of its own. */
export type DirectStep = { id: string; edge: GraphEdge; via: string | null };
export type DirectSteps = {
  /** edges of the element itself first, then those of its layer (`via`) */
  steps: DirectStep[];
  /** relations with a set or text at the other end, to show as sentences */
  inWords: Statement[];
};

/** What lies directly under it ("Wat hier onder ligt"). Unknown id: empty. */
export function restsOn(_graph: SchemaGraph, _id: string): DirectSteps {
  return { steps: [], inWords: [] };
}

/** What it leads to directly ("Waar dit toe leidt"). Unknown id: empty. */
export function leadsTo(_graph: SchemaGraph, _id: string): DirectSteps {
  return { steps: [], inWords: [] };
}
