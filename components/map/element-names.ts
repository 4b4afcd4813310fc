import type { OwnPointView } from '@/lib/api/map-contracts';
import { describeElement } from '@/lib/domain/graph/describe-element';
import type { SchemaGraph } from '@/lib/domain/graph/schema-graph';
import type { nlMap } from '@/lib/messages/nl-map';

export type ShownKind = keyof typeof nlMap.card.kinds;
/** `number` is '' when an element has none worth saying. */
export type ElementName = { id: string; kind: ShownKind; number: string; label: string };

/** Names of elements, of the template and of the group, worked out once each; null for what is not there. */
export function makeNames(graph: SchemaGraph, ownPoints: readonly OwnPointView[]): (id: string) => ElementName | null {
  const { template } = graph;
  const known = new Map<string, ElementName>(
    ownPoints.map(({ id, number, label }) => [id, { id, kind: 'own', number, label }]),
  );
  const pointKinds = new Map(template.points.map(({ id, kind }) => [id, kind]));
  return (id) => {
    const before = known.get(id);
    if (before) return before;
    const facts = describeElement(template, graph, id);
    if (!facts) return null;
    const kind = pointKinds.get(id) ?? facts.kind;
    const name: ElementName = { id, kind, number: facts.kind === 'point' ? '' : facts.number, label: facts.label };
    known.set(id, name);
    return name;
  };
}

/** '5.9 Meer schade', or the label alone. */
export function inWords({ number, label }: Pick<ElementName, 'number' | 'label'>): string {
  return number === '' ? label : `${number} ${label}`;
}
