import { elementNumber } from './element-number';
import type { LoopName } from './find-loops';
import type { SchemaGraph } from './schema-graph';

/** Number of the layer an element lies in: people name a loop by its layers. */
function layerNumber(graph: SchemaGraph, id: string | undefined): string {
  const node = graph.nodes.get(id ?? '');
  return elementNumber(graph, node?.layerId ?? id ?? '').number;
}

/** Names for loops in the given order: bottom and top say enough, unless two loops share them. */
export function loopNames(graph: SchemaGraph, loops: readonly (readonly string[])[]): LoopName[] {
  const bare = loops.map((ids) => {
    const inOneLayer = new Set(ids.map((id) => graph.nodes.get(id)?.layerId)).size === 1;
    const number = inOneLayer
      ? (id: string | undefined) => elementNumber(graph, id ?? '').spoken
      : (id: string | undefined) => layerNumber(graph, id);
    const numbers = ids.map(number).filter((value, index, all) => value !== all[index - 1]);
    return { from: number(ids.at(-1)), backTo: number(ids[0]), via: numbers.slice(1, -1), self: ids.length === 1 };
  });
  const ends = ({ from, backTo }: LoopName): string => `${from}>${backTo}`;
  const count = new Map<string, number>();
  for (const name of bare) count.set(ends(name), (count.get(ends(name)) ?? 0) + 1);
  return bare.map((name) => (count.get(ends(name)) === 1 ? { ...name, via: [] } : name));
}
