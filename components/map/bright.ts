import type { FactCardView, OwnPointView, ViewSettings } from '@/lib/api/map-contracts';
import { coverage } from '@/lib/domain/graph/coverage';
import { followEffect, followFrom } from '@/lib/domain/graph/follow-effect';
import { recursionsOf } from '@/lib/domain/graph/recursions';
import type { SchemaGraph } from '@/lib/domain/graph/schema-graph';

/** The pseudo cluster of the group's own points. */
export const OWN_CLUSTER = 'own';

export type BrightFacts = {
  graph: SchemaGraph;
  ownPoints: readonly OwnPointView[];
  facts: readonly FactCardView[];
  opened: Readonly<Record<string, number>>;
  /** elements this person stands on */
  myStances: ReadonlySet<string>;
  /** elements with a note attached */
  noted: ReadonlySet<string>;
};

type Ids = ReadonlySet<string>;

/** With everything that lies in them: a layer that is reached is reached as a whole. */
function withContents({ children }: SchemaGraph, ids: Iterable<string>): Set<string> {
  const all = new Set<string>();
  const add = (id: string): void => {
    if (all.has(id)) return;
    all.add(id);
    for (const child of children.get(id) ?? []) add(child);
  };
  for (const id of ids) add(id);
  return all;
}

/** With what they lie in: nothing can be bright inside something faded. */
function withPath({ nodes }: SchemaGraph, ids: Ids): Set<string> {
  const all = new Set(ids);
  for (const id of ids) {
    const node = nodes.get(id);
    if (node?.kind !== 'intervention') for (const above of node?.path ?? []) all.add(above);
  }
  return all;
}

/** With the intervention points on them, of the report and of the group. */
function withPointsOn({ graph, ownPoints }: BrightFacts, ids: Ids): Set<string> {
  const all = new Set(ids);
  for (const [id, concerns] of graph.concerns) if (concerns.some((one) => ids.has(one))) all.add(id);
  for (const { id, concerns } of ownPoints) if (concerns.some((one) => ids.has(one))) all.add(id);
  return all;
}

function ofClusters(facts: BrightFacts, clusters: readonly string[]): Set<string> {
  const { graph, ownPoints } = facts;
  const points = [
    ...graph.template.interventionPoints.filter(({ clusterId }) => clusters.includes(clusterId)),
    ...(clusters.includes(OWN_CLUSTER) ? ownPoints : []),
  ];
  const concerned = withContents(
    graph,
    points.flatMap(({ concerns }) => concerns),
  );
  return new Set([...points.map(({ id }) => id), ...concerned]);
}

function ofFollow(facts: BrightFacts, follow: NonNullable<ViewSettings['follow']>): Set<string> {
  const { graph, ownPoints } = facts;
  const own = ownPoints.find(({ id }) => id === follow.elementId);
  const { reached } = own
    ? followFrom(graph, own.concerns, follow.direction)
    : followEffect(graph, follow.elementId, follow.direction);
  // The start itself and not all around it; what is reached, as a whole.
  const start = own ? own.concerns : [follow.elementId];
  return withPointsOn(facts, new Set([...withContents(graph, reached), ...start, follow.elementId]));
}

function withoutFigures({ graph, facts }: BrightFacts): Set<string> {
  const { blocks } = graph.template;
  const figures = new Set(facts.filter(({ kind }) => kind === 'cijfer').map(({ elementId }) => elementId));
  const without = blocks.filter(({ id }) => ![...withContents(graph, [id])].some((inside) => figures.has(inside)));
  return withContents(
    graph,
    without.map(({ id }) => id),
  );
}

function ofOnly(facts: BrightFacts, only: NonNullable<ViewSettings['only']>): Ids {
  const { graph, opened } = facts;
  const { template } = graph;
  if (only === 'with-notes') return facts.noted;
  if (only === 'my-stances') return facts.myStances;
  if (only === 'without-figures') return withoutFigures(facts);
  if (only === 'recursions')
    return withContents(
      graph,
      recursionsOf(template).flatMap(({ id, members, seenAt }) => [id, ...members, ...seenAt]),
    );
  const points = [...template.interventionPoints, ...facts.ownPoints].filter(({ id }) => !opened[id]);
  const headings = coverage(opened, template).flatMap(({ unopened }) => unopened);
  // A heading nobody opened, not what else lies in the layer around it.
  const closed = headings.filter((id) => graph.nodes.get(id)?.kind !== 'layer');
  return new Set([...headings, ...withContents(graph, closed), ...points.map(({ id }) => id)]);
}

function both(one: Ids, other: Ids): Set<string> {
  return new Set([...one].filter((id) => other.has(id)));
}

/**
 * What stays bright with these settings: what fits every filter at once, and the headings above it.
 * null when nothing is filtered; an empty set when nothing fits.
 */
export function brightElements(settings: ViewSettings, facts: BrightFacts): ReadonlySet<string> | null {
  const { clusters, only, follow, loop } = settings;
  const filters: Ids[] = [];
  if (clusters.length > 0) filters.push(ofClusters(facts, clusters));
  if (only) filters.push(ofOnly(facts, only));
  if (follow) filters.push(ofFollow(facts, follow));
  if (loop) filters.push(withPointsOn(facts, withContents(facts.graph, loop)));
  if (filters.length === 0) return null;
  return withPath(facts.graph, filters.reduce(both));
}

/** These elements as a whole with the intervention points on them, and nothing else. */
export function litElements(graph: SchemaGraph, ids: readonly string[]): ReadonlySet<string> {
  const lit = withContents(graph, ids);
  const points = [...graph.concerns].filter(([, concerns]) => concerns.some((one) => lit.has(one)));
  return withPath(graph, new Set([...lit, ...points.map(([id]) => id)]));
}
