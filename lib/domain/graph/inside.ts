import type { SchemaGraph } from './schema-graph';

/** Everything inside an element, in reading order, itself left out. */
export function insideOf(graph: SchemaGraph, id: string): string[] {
  return (graph.children.get(id) ?? []).flatMap((child) => [child, ...insideOf(graph, child)]);
}

/** Where a part hands its effect on: the nearest heading around it that has edges of its own, else its layer. */
export function actsThrough(graph: SchemaGraph, id: string): string | null {
  const around = [...(graph.nodes.get(id)?.path ?? [])].reverse();
  return around.find((heading) => graph.out.has(heading)) ?? around.at(-1) ?? null;
}
