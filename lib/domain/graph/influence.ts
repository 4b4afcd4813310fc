import { loopsThrough } from './find-loops';
import { followCauses, followFrom } from './follow-effect';
import { remember } from './remember';
import type { SchemaGraph } from './schema-graph';

export type Influence = {
  /** places that can be reached going up from here; the element and the headings around it do not count */
  downstream: number;
  /** places from which a way leads here; the same do not count */
  upstream: number;
  loops: number;
  /** the layer whose figures these are, when the element has no relations of its own */
  via: string | null;
};

function figures(graph: SchemaGraph, id: string): Influence {
  const node = graph.nodes.get(id);
  if (!node) return { downstream: 0, upstream: 0, loops: 0, via: null };
  const concerned = graph.concerns.get(id) ?? [];
  const own = new Set([id, ...node.path, ...concerned, ...concerned.flatMap((at) => graph.nodes.get(at)?.path ?? [])]);
  const others = (reached: Iterable<string>): number => [...reached].filter((at) => !own.has(at)).length;
  const back = new Set([id, ...concerned].flatMap((at) => [...followCauses(graph, at).reached]));
  const hasOwn = graph.out.has(id) || graph.in.has(id) || node.kind === 'intervention' || node.kind === 'layer';
  return {
    downstream: others(followFrom(graph, [id], 'up').reached),
    upstream: others(back),
    loops: loopsThrough(graph, id).length,
    via: hasOwn ? null : node.layerId,
  };
}

const figuresPerGraph = remember((_graph: SchemaGraph) => new Map<string, Influence>());

/** A help for looking, not proof. Remembered per graph. Unknown id: zeros. */
export function influence(graph: SchemaGraph, id: string): Influence {
  const known = figuresPerGraph(graph);
  const found = known.get(id) ?? figures(graph, id);
  known.set(id, found);
  return found;
}
