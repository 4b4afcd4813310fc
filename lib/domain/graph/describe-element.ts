import type { Reference, Template } from '../template/template';
import { type DirectSteps, leadsTo, restsOn } from './direct-steps';
import { elementNumber } from './element-number';
import { concernsOf, type InterventionsOn, interventionsOn } from './intervention-links';
import { type Recursion, recursionsOf } from './recursions';
import type { NodeKind, Occurrence, SchemaGraph } from './schema-graph';

export type Crumb = {
  id: string;
  kind: NodeKind | 'cluster';
  /** '5.1.A'; see elementNumber */
  number: string;
  ordinal: string | null;
  label: string;
};

export type ElementFacts = Crumb & {
  kind: NodeKind;
  /** from the layer (or cluster) down to its parent */
  path: Crumb[];
  children: Crumb[];
  /** of a dilemma only */
  poles: { left: string; right: string } | null;
  /** why a block has no points */
  emptyReason: string | null;
  restsOn: DirectSteps;
  leadsTo: DirectSteps;
  /** the recursion it is, or lies in; null for what is none */
  recursion: Recursion | null;
  /** layers at which that recursion occurs */
  occursAt: string[];
  /** recursions stated to occur at this layer */
  recursionsHere: string[];
  /** cross-references from and to it */
  seeAlso: Occurrence[];
  interventions: InterventionsOn;
  /** of an intervention point: what it concerns */
  concerns: Crumb[];
  /** on the element itself */
  references: Reference[];
};

function crumb(graph: SchemaGraph, id: string): Crumb[] {
  const node = graph.nodes.get(id);
  if (!node) return [];
  const { number, ordinal } = elementNumber(graph, id);
  return [{ id, kind: node.kind, number, ordinal, label: node.label }];
}

function pathTo(template: Template, graph: SchemaGraph, id: string): Crumb[] {
  const point = template.interventionPoints.find((other) => other.id === id);
  const cluster = template.clusters.find((other) => other.id === point?.clusterId);
  if (cluster)
    return [{ id: cluster.id, kind: 'cluster', number: String(cluster.number), ordinal: null, label: cluster.label }];
  return (graph.nodes.get(id)?.path ?? []).flatMap((at) => crumb(graph, at));
}

function recursionAround(recursions: readonly Recursion[], graph: SchemaGraph, id: string): Recursion | null {
  const own = recursions.find((recursion) => recursion.id === id);
  const path = graph.nodes.get(id)?.path ?? [];
  return own ?? recursions.find((recursion) => path.includes(recursion.id)) ?? null;
}

/** All a card says about one element or intervention point; null for an unknown id. */
export function describeElement(template: Template, graph: SchemaGraph, id: string): ElementFacts | null {
  const node = graph.nodes.get(id);
  const [own] = crumb(graph, id);
  if (!node || !own) return null;
  const recursions = recursionsOf(template);
  const recursion = recursionAround(recursions, graph, id);
  const many = (ids: readonly string[]): Crumb[] => ids.flatMap((at) => crumb(graph, at));
  return {
    ...own,
    kind: node.kind,
    path: pathTo(template, graph, id),
    children: many(graph.children.get(id) ?? []),
    poles: template.points.find((point) => point.id === id)?.poles ?? null,
    emptyReason: template.blocks.find((block) => block.id === id)?.emptyReason ?? null,
    restsOn: restsOn(graph, id),
    leadsTo: leadsTo(graph, id),
    recursion,
    occursAt: recursion?.levels ?? [],
    recursionsHere:
      node.kind === 'layer' ? recursions.filter(({ levels }) => levels.includes(id)).map((at) => at.id) : [],
    seeAlso: graph.occurrences.filter(
      ({ kind, from, to }) => kind === 'cross-reference' && (from === id || to.includes(id)),
    ),
    interventions: interventionsOn(template, id),
    concerns: many(node.kind === 'intervention' ? concernsOf(template, id) : []),
    references: template.references.filter(({ parentId }) => parentId === id),
  };
}
