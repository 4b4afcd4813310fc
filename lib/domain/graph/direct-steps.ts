import type { GraphEdge, SchemaGraph, Statement } from './schema-graph';

/** One step to a neighbour. `via` is the heading around the element whose edge it is; null when it is its own. */
export type DirectStep = { id: string; edge: GraphEdge; via: string | null };
export type DirectSteps = {
  /** edges of the element itself first, then those of the headings around it, nearest first */
  steps: DirectStep[];
  /** relations with a set or text at the other end, to show as sentences */
  inWords: Statement[];
};

/** The element itself, then what lies around it, nearest first: a part acts through its layer. */
function selfAndAround(graph: SchemaGraph, id: string): string[] {
  const node = graph.nodes.get(id);
  return node ? [id, ...[...node.path].reverse()] : [];
}

/** What lies directly under it ("Wat hier onder ligt"). Unknown id: empty. */
export function restsOn(graph: SchemaGraph, id: string): DirectSteps {
  const steps = selfAndAround(graph, id).flatMap((at) =>
    (graph.in.get(at) ?? []).map((edge) => ({ id: edge.from, edge, via: at === id ? null : at })),
  );
  const isLayer = graph.nodes.get(id)?.kind === 'layer';
  const speaksOfIt = ({ general, from, to, toAll, fromAll }: Statement): boolean =>
    general ? fromAll && to.includes(id) : to.includes(id) || (toAll && isLayer && !from.includes(id));
  return { steps, inWords: graph.statements.filter(speaksOfIt) };
}

/** What it leads to directly ("Waar dit toe leidt"). Unknown id: empty. */
export function leadsTo(graph: SchemaGraph, id: string): DirectSteps {
  const steps = selfAndAround(graph, id).flatMap((at) =>
    (graph.out.get(at) ?? []).map((edge) => ({ id: edge.to, edge, via: at === id ? null : at })),
  );
  const speaksOfIt = ({ general, from, toAll }: Statement): boolean => from.includes(id) && (!general || toAll);
  return { steps, inWords: graph.statements.filter(speaksOfIt) };
}
