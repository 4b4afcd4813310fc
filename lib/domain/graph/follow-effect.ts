import { leadsTo } from './direct-steps';
import { actsThrough, insideOf } from './inside';
import type { GraphEdge, SchemaGraph, Statement } from './schema-graph';

/**
 * up = to the harm; down = the harm arrows back, out of the harm this element leads to; both = first up, then down.
 */
export type FollowDirection = 'up' | 'down' | 'both';

export type FollowStep = {
  /** relation = an edge; within = a part acts through its layer, with the other parts; concerns = where an intervention point acts */
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
  /** the starts and everything reached */
  reached: Set<string>;
  /** ids of edges walked */
  edges: Set<string>;
  /** where harm comes back, in reading order */
  returnsTo: string[];
  /** harm comes back to a start, to something in it, or to a heading around it */
  returnsToStart: boolean;
  /** what the template says about the starts without pairs to walk ('werkt overal op door') */
  inWords: Statement[];
};

type Move = Pick<FollowStep, 'kind' | 'from' | 'to' | 'edge'>;
type Walk = { steps: FollowStep[]; distances: Map<string, number> };

const overEdge = (edge: GraphEdge, from = edge.from, to = edge.to): Move => ({ kind: 'relation', from, to, edge });
const climbs = ({ direction }: GraphEdge): boolean => direction !== 'down';

/** Breadth first, so that the nearest is told first; every element is left once, so it ends. */
function walk(starts: readonly string[], movesFrom: (id: string) => Move[]): Walk {
  const distances = new Map(starts.map((id) => [id, 0]));
  const steps: FollowStep[] = [];
  for (const [id, distance] of distances) {
    for (const move of movesFrom(id)) {
      const first = !distances.has(move.to);
      if (first) distances.set(move.to, distance + 1);
      steps.push({ ...move, phase: 'up', distance: distance + 1, first });
    }
  }
  return { steps, distances };
}

function movesUp(graph: SchemaGraph, id: string): Move[] {
  const around = actsThrough(graph, id);
  return [
    ...(graph.concerns.get(id) ?? []).map((to): Move => ({ kind: 'concerns', from: id, to, edge: null })),
    ...(graph.out.get(id) ?? []).filter(climbs).map((edge) => overEdge(edge)),
    ...(around ? [{ kind: 'within', from: id, to: around, edge: null } satisfies Move] : []),
  ];
}

/** The way back: an edge against its direction, or into a part on which an edge lands. */
function movesBack(graph: SchemaGraph, id: string): Move[] {
  const landings = insideOf(graph, id).filter((inner) => (graph.in.get(inner) ?? []).some(climbs));
  return [
    ...(graph.in.get(id) ?? []).filter(climbs).map((edge) => overEdge(edge, id, edge.from)),
    ...landings.map((to): Move => ({ kind: 'within', from: id, to, edge: null })),
  ];
}

/** The harm arrows out of all that was reached; the walk stops where they land. */
function fallBack(graph: SchemaGraph, { distances }: Walk): FollowStep[] {
  const seen = new Set(distances.keys());
  const steps: FollowStep[] = [];
  for (const [id, distance] of distances) {
    for (const edge of graph.out.get(id) ?? []) {
      if (climbs(edge)) continue;
      steps.push({ ...overEdge(edge), phase: 'down', distance: distance + 1, first: !seen.has(edge.to) });
      seen.add(edge.to);
    }
  }
  return steps;
}

function inReadingOrder(graph: SchemaGraph, ids: Iterable<string>): string[] {
  const place = (id: string): number => graph.nodes.get(id)?.order ?? 0;
  return [...new Set(ids)].sort((a, b) => place(a) - place(b));
}

function saidOf(graph: SchemaGraph, starts: readonly string[]): Statement[] {
  const said = new Set(
    starts.flatMap((id) => [id, ...(graph.nodes.get(id)?.path ?? [])].flatMap((at) => leadsTo(graph, at).inWords)),
  );
  return graph.statements.filter((statement) => said.has(statement));
}

function followed(graph: SchemaGraph, starts: readonly string[], steps: FollowStep[]): FollowedEffect {
  const returnsTo = inReadingOrder(
    graph,
    steps.filter(({ phase }) => phase === 'down').map(({ to }) => to),
  );
  const concerned = starts.flatMap((id) => graph.concerns.get(id) ?? []);
  const home = new Set(
    [...starts, ...concerned].flatMap((id) => [id, ...(graph.nodes.get(id)?.path ?? []), ...insideOf(graph, id)]),
  );
  return {
    steps,
    reached: new Set([...starts, ...steps.flatMap(({ from, to }) => [from, to])]),
    edges: new Set(steps.flatMap(({ edge }) => (edge ? [edge.id] : []))),
    returnsTo,
    returnsToStart: returnsTo.some((id) => home.has(id)),
    inWords: saidOf(graph, [...starts, ...concerned]),
  };
}

/** Follows the effect of one element or intervention point. Unknown id: nothing reached. */
export function followEffect(graph: SchemaGraph, id: string, direction: FollowDirection): FollowedEffect {
  return followFrom(graph, [id], direction);
}

/** The same from several elements at once: the `concerns` of a group's own point. */
export function followFrom(graph: SchemaGraph, ids: readonly string[], direction: FollowDirection): FollowedEffect {
  const starts = inReadingOrder(
    graph,
    ids.filter((id) => graph.nodes.has(id)),
  );
  const up = walk(starts, (id) => movesUp(graph, id));
  if (direction === 'up') return followed(graph, starts, up.steps);
  const down = fallBack(graph, up);
  return followed(graph, starts, direction === 'both' ? [...up.steps, ...down] : down);
}

/** Backwards: everything that works towards this element ("Wat hier onder ligt", all the way down); steps run from effect to cause. */
export function followCauses(graph: SchemaGraph, id: string): FollowedEffect {
  const node = graph.nodes.get(id);
  if (!node) return followed(graph, [], []);
  const around = (node.path.length > 0 ? [...node.path].reverse() : []).map(
    (to): Move => ({ kind: 'within', from: id, to, edge: null }),
  );
  const concerned = (graph.concerns.get(id) ?? []).map((to): Move => ({ kind: 'concerns', from: id, to, edge: null }));
  const moves = (at: string): Move[] => [...(at === id ? [...concerned, ...around] : []), ...movesBack(graph, at)];
  return followed(graph, [id], walk([id], moves).steps);
}
