import { actsThrough } from './inside';
import { loopNames } from './loop-names';
import { remember } from './remember';
import type { GraphEdge, SchemaGraph } from './schema-graph';

export type Loop = {
  /** ids joined by '>': the same loop always has the same key */
  key: string;
  /** in order, from where the loop starts at the bottom; the last one leads back to the first. One id = a self-loop */
  elementIds: string[];
  edgeIds: string[];
  /** other parts of the same layers that lie on this loop by other stated relations */
  alsoThrough: string[];
  /** for `nlGuide.loopName(name)`: numbers as people say them ('5.9'); `via` only where the name needs it to be unique */
  name: LoopName;
};

export type LoopName = { from: string; backTo: string; via: string[]; self: boolean };

/** One way through the schema, not yet closed. */
type Path = { nodes: readonly string[]; edges: readonly string[]; layers: readonly string[] };
type Closed = { nodes: readonly string[]; edges: readonly string[]; layers: readonly string[] };

/** Paths looked at before giving up, over a whole template; the schema of 2026 needs some 7,000. */
export const MAX_PATHS = 20_000;
/** Loops kept, the shortest. */
export const MAX_LOOPS = 1_000;

const climbs = ({ direction }: GraphEdge): boolean => direction !== 'down';

type Step = { to: string; edge: string | null };

function stepsFrom(graph: SchemaGraph, id: string): Step[] {
  const around = actsThrough(graph, id);
  return [
    ...(graph.out.get(id) ?? [])
      .filter((edge) => climbs(edge) && edge.to !== id)
      .map(({ id: edge, to }) => ({ to, edge })),
    ...(around ? [{ to: around, edge: null }] : []),
  ];
}

function extended(graph: SchemaGraph, path: Path, to: string, edge: string | null): Path | null {
  const layer = graph.nodes.get(to)?.layerId ?? to;
  const stays = path.layers.at(-1) === layer;
  if (path.nodes.includes(to) || (!stays && path.layers.includes(layer))) return null;
  return {
    nodes: [...path.nodes, to],
    edges: edge ? [...path.edges, edge] : path.edges,
    layers: stays ? path.layers : [...path.layers, layer],
  };
}

/** Elements at which a loop may start: where harm lands, and for loops without harm arrows every element with edges. */
function startsOf(graph: SchemaGraph): string[] {
  const ids = new Set([...graph.edges.values()].flatMap(({ from, to }) => [from, to]));
  return [...ids].sort((a, b) => (graph.nodes.get(a)?.order ?? 0) - (graph.nodes.get(b)?.order ?? 0));
}

/** Without a harm arrow a loop would be found from each of its elements: only the first in reading order counts. */
function closes(graph: SchemaGraph, path: Path, edge: GraphEdge): boolean {
  const [start] = path.nodes;
  if (edge.to !== start || edge.from === edge.to) return false;
  const place = (id: string): number => graph.nodes.get(id)?.order ?? 0;
  return !climbs(edge) || path.nodes.every((id) => place(id) >= place(start));
}

function closedPaths(graph: SchemaGraph): Closed[] {
  const closed: Closed[] = [];
  let queue: Path[] = startsOf(graph).map((id) => ({
    nodes: [id],
    edges: [],
    layers: [graph.nodes.get(id)?.layerId ?? id],
  }));
  const steps = new Map<string, Step[]>();
  for (const id of startsOf(graph))
    for (const at of [id, ...(graph.nodes.get(id)?.path ?? [])]) steps.set(at, stepsFrom(graph, at));
  let looked = 0;
  while (queue.length > 0 && looked < MAX_PATHS) {
    const next: Path[] = [];
    for (const path of queue) {
      looked += 1;
      if (looked > MAX_PATHS) break;
      const last = path.nodes.at(-1) ?? '';
      for (const edge of graph.out.get(last) ?? [])
        if (closes(graph, path, edge)) closed.push({ ...path, edges: [...path.edges, edge.id] });
      for (const { to, edge } of steps.get(last) ?? []) {
        const longer = extended(graph, path, to, edge);
        if (longer) next.push(longer);
      }
    }
    queue = next;
  }
  return closed;
}

const selfLoops = (graph: SchemaGraph): Closed[] =>
  [...graph.edges.values()]
    .filter(({ from, to }) => from === to)
    .map(({ id, from }) => ({ nodes: [from], edges: [id], layers: [graph.nodes.get(from)?.layerId ?? from] }));

/** Loops through the same layers in the same order are one loop; the one with the fewest elements stands for all. */
function collapsed(loops: readonly Closed[]): Omit<Loop, 'name'>[] {
  const groups = new Map<string, Closed[]>();
  for (const loop of loops) {
    const key = loop.layers.length > 1 ? loop.layers.join('>') : loop.nodes.join('>');
    groups.set(key, [...(groups.get(key) ?? []), loop]);
  }
  return [...groups.values()].flatMap((same) => {
    const [first] = [...same].sort((a, b) => a.nodes.length - b.nodes.length);
    if (!first) return [];
    const others = new Set(same.flatMap(({ nodes }) => nodes).filter((id) => !first.nodes.includes(id)));
    return [
      {
        key: first.nodes.join('>'),
        elementIds: [...first.nodes],
        edgeIds: [...first.edges],
        alsoThrough: [...others],
      },
    ];
  });
}

function search(graph: SchemaGraph): readonly Loop[] {
  const place = (id: string | undefined): number => graph.nodes.get(id ?? '')?.order ?? 0;
  const byOrder = (a: string[], b: string[]): number => {
    const at = a.findIndex((id, index) => id !== b[index]);
    return at === -1 ? 0 : place(a[at]) - place(b[at]);
  };
  const loops = collapsed([...selfLoops(graph), ...closedPaths(graph)]).sort(
    (a, b) => a.elementIds.length - b.elementIds.length || byOrder(a.elementIds, b.elementIds),
  );
  loops.splice(MAX_LOOPS);
  const names = loopNames(
    graph,
    loops.map(({ elementIds }) => elementIds),
  );
  return loops.map((loop, index) => ({
    ...loop,
    name: names[index] ?? { from: '', backTo: '', via: [], self: false },
  }));
}

/** All loops that go down once at most (bounded, see SPEC.md), shortest first; remembered per graph. */
export const findLoops = remember(search);

/**
 * Loops on which an element lies; a part without a loop of its own lies on those of the nearest heading that has one,
 * an intervention point on those of all it concerns.
 */
export function loopsThrough(graph: SchemaGraph, id: string): readonly Loop[] {
  const concerned = graph.concerns.get(id);
  if (concerned) {
    const theirs = new Set(concerned.flatMap((at) => loopsThrough(graph, at)));
    return findLoops(graph).filter((loop) => theirs.has(loop));
  }
  const around = [...(graph.nodes.get(id)?.path ?? [])].reverse();
  for (const at of [id, ...around]) {
    const found = findLoops(graph).filter(
      ({ elementIds, alsoThrough }) => elementIds.includes(at) || alsoThrough.includes(at),
    );
    if (found.length > 0) return found;
  }
  return [];
}
