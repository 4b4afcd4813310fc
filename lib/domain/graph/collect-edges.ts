import type { Relation, Template } from '../template/template';
import { edgeDirection, layerLevels } from './edge-direction';
import { causesNamed, effectsNamed, isWalked, namesASet, refsOf } from './relation-ends';
import type { GraphEdge, Reason } from './schema-graph';
import type { SchemaNodes } from './schema-nodes';

type Pair = { from: string; to: string; reason: Reason };

/** A list of places where harm lands or passes on is no set that acts together. */
const EACH_BY_ITSELF: readonly Relation['kind'][] = ['harm-returns', 'over-time'];

function reasonOf(relation: Relation, from: string, causes: readonly string[]): Reason {
  const { id, label, kind, certainty, modality } = relation;
  const together = EACH_BY_ITSELF.includes(kind) ? [] : causes.filter((other) => other !== from);
  return { relationId: id, label, kind, certainty, modality, joint: together.length > 0, together };
}

function pairsOf(template: Template, relation: Relation, known: ReadonlySet<string>): Pair[] {
  const causes = [...new Set(causesNamed(template, refsOf(relation.from), known))];
  const effects = [...new Set(effectsNamed(template, refsOf(relation.to), known, relation.kind))];
  return causes.flatMap((from) => effects.map((to) => ({ from, to, reason: reasonOf(relation, from, causes) })));
}

type Family = { drawnAs: readonly Relation['drawnAs'][]; kind: 'drawn-up' | 'drawn' };
const FAMILIES = {
  upward: { drawnAs: ['up'], kind: 'drawn-up' },
  downward: { drawnAs: ['harm-down'], kind: 'drawn' },
  side: { drawnAs: ['politics', 'side'], kind: 'drawn' },
} as const satisfies Record<string, Family>;

/** A relation that names every block of a layer names the layer. */
function speaksOf(nodes: SchemaNodes, relation: Relation, from: string, to: string): boolean {
  const effects = refsOf(relation.to);
  const blocks = (nodes.children.get(to) ?? []).filter((id) => nodes.nodes.get(id)?.kind === 'block');
  return refsOf(relation.from).includes(from) && blocks.length > 0 && blocks.every((id) => effects.includes(id));
}

/** Why an arrow is drawn that no relation states pair by pair: its blocks are named, or its family is. */
function groundsOf(template: Template, nodes: SchemaNodes, from: string, to: string, family: Family): Reason[] {
  const named = template.relations.filter((relation) => isWalked(relation) && speaksOf(nodes, relation, from, to));
  if (named.length > 0) return named.map((relation) => reasonOf(relation, from, [from]));
  const covers = (ends: Relation['from'], id: string) => namesASet(ends) || refsOf(ends).includes(id);
  const ofFamily = template.relations.filter(
    (relation) =>
      relation.edge &&
      relation.general &&
      family.drawnAs.includes(relation.drawnAs) &&
      covers(relation.from, from) &&
      covers(relation.to, to),
  );
  if (ofFamily.length > 0) return ofFamily.map((relation) => reasonOf(relation, from, [from]));
  return [
    { relationId: null, label: '', kind: 'drawn', certainty: 'stated', modality: 'is', joint: false, together: [] },
  ];
}

function drawnPairs(template: Template, nodes: SchemaNodes, stated: ReadonlySet<string>): Pair[] {
  const known = new Set(nodes.nodes.keys());
  return (['upward', 'downward', 'side'] as const).flatMap((name) =>
    (template.layerGraph?.[name] ?? []).flatMap(([first, second]) =>
      causesNamed(template, [first], known).flatMap((from) =>
        effectsNamed(template, [second], known, FAMILIES[name].kind)
          .filter((to) => !stated.has(`${from}>${to}`))
          .flatMap((to) =>
            groundsOf(template, nodes, from, to, FAMILIES[name]).map((reason) => ({ from, to, reason })),
          ),
      ),
    ),
  );
}

const FIRMNESS = ['stated', 'reading', 'open'] as const;

function edgeFrom(levels: ReturnType<typeof layerLevels>, nodes: SchemaNodes, pairs: readonly Pair[]): GraphEdge[] {
  const [first] = pairs;
  const from = nodes.nodes.get(first?.from ?? '');
  const to = nodes.nodes.get(first?.to ?? '');
  if (!from || !to) return [];
  const harm = pairs.some(({ reason }) => reason.kind === 'harm-returns');
  const direction = edgeDirection(levels, from, to, harm);
  // What stands side by side in a layer causes together what is above it: never block by block.
  const wholeLayer = direction === 'up' && from.kind === 'layer' && (nodes.children.get(from.id)?.length ?? 0) > 1;
  const because = pairs
    .map(({ reason }) => ({ ...reason, joint: reason.joint || wholeLayer }))
    .sort((a, b) => FIRMNESS.indexOf(a.certainty) - FIRMNESS.indexOf(b.certainty));
  return [
    {
      id: `${from.id}>${to.id}`,
      from: from.id,
      to: to.id,
      direction,
      because,
      modality: because.some(({ modality }) => modality === 'is') ? 'is' : 'can',
      certainty: because[0]?.certainty ?? 'open',
      joint: because.some(({ joint }) => joint),
    },
  ];
}

/** All edges, by their ends in reading order; parallel relations become reasons of one edge. */
export function collectEdges(template: Template, nodes: SchemaNodes): GraphEdge[] {
  const known = new Set([...nodes.nodes.values()].filter(({ kind }) => kind !== 'intervention').map(({ id }) => id));
  const stated = template.relations.filter(isWalked).flatMap((relation) => pairsOf(template, relation, known));
  const statedIds = new Set(stated.map(({ from, to }) => `${from}>${to}`));
  const byId = new Map<string, Pair[]>();
  for (const pair of [...stated, ...drawnPairs(template, nodes, statedIds)]) {
    const id = `${pair.from}>${pair.to}`;
    const same = byId.get(id) ?? [];
    if (!same.some(({ reason }) => reason.relationId === pair.reason.relationId)) same.push(pair);
    byId.set(id, same);
  }
  const levels = layerLevels(template);
  const place = (id: string): number => nodes.nodes.get(id)?.order ?? 0;
  return [...byId.values()]
    .flatMap((pairs) => edgeFrom(levels, nodes, pairs))
    .sort((a, b) => place(a.from) - place(b.from) || place(a.to) - place(b.to));
}
