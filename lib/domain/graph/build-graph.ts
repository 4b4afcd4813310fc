import type { Relation, Template } from '../template/template';
import { collectEdges } from './collect-edges';
import { isWalked, KINDS_OF_OCCURRENCE, namesASet, refsOf } from './relation-ends';
import type { GraphEdge, Occurrence, SchemaGraph, Statement } from './schema-graph';
import { schemaNodes } from './schema-nodes';

function grouped(edges: readonly GraphEdge[], end: 'from' | 'to'): Map<string, GraphEdge[]> {
  const groups = new Map<string, GraphEdge[]>();
  for (const edge of edges) {
    const group = groups.get(edge[end]);
    if (group) group.push(edge);
    else groups.set(edge[end], [edge]);
  }
  return groups;
}

const NO_STATEMENT: readonly Relation['kind'][] = [
  ...KINDS_OF_OCCURRENCE,
  'cross-reference',
  'between-intervention-points',
];

/** What cannot be walked pair by pair is still said: general relations, and those from or to a set. */
function statementsOf(template: Template, known: ReadonlySet<string>): Statement[] {
  const inWords = (relation: Relation): boolean =>
    relation.edge &&
    !NO_STATEMENT.includes(relation.kind) &&
    (!isWalked(relation) || namesASet(relation.from) || namesASet(relation.to));
  return template.relations.filter(inWords).map(({ id, label, kind, certainty, modality, general, from, to }) => ({
    relationId: id,
    label,
    kind,
    certainty,
    modality,
    general,
    from: refsOf(from).filter((ref) => known.has(ref)),
    to: refsOf(to).filter((ref) => known.has(ref)),
    fromAll: namesASet(from),
    toAll: namesASet(to),
  }));
}

function occurrencesOf(template: Template, layers: readonly string[], known: ReadonlySet<string>): Occurrence[] {
  const places = (relation: Relation): string[] =>
    namesASet(relation.to) ? [...layers] : refsOf(relation.to).filter((ref) => known.has(ref));
  return template.relations
    .filter(({ kind }) => KINDS_OF_OCCURRENCE.includes(kind) || kind === 'cross-reference')
    .flatMap((relation) =>
      refsOf(relation.from)
        .filter((ref) => known.has(ref))
        .map((from) => ({
          from,
          to: places(relation),
          relationId: relation.id,
          label: relation.label,
          kind: relation.kind,
          certainty: relation.certainty,
        })),
    );
}

/** The graph of what a template states: see SPEC.md. Pure and cheap (a few ms); build it once per template. */
export function buildGraph(template: Template): SchemaGraph {
  const found = schemaNodes(template);
  const known = new Set(found.nodes.keys());
  const edges = collectEdges(template, found);
  return {
    template,
    nodes: found.nodes,
    children: found.children,
    concerns: new Map(
      template.interventionPoints.map(({ id, concerns }) => [id, concerns.filter((concern) => known.has(concern))]),
    ),
    edges: new Map(edges.map((edge) => [edge.id, edge])),
    out: grouped(edges, 'from'),
    in: grouped(edges, 'to'),
    statements: statementsOf(template, known),
    occurrences: occurrencesOf(template, found.layers, known),
    layers: found.layers,
  };
}
