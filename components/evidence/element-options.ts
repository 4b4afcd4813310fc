import type { OwnPointView } from '@/lib/api/map-contracts';
import { schemaNodes } from '@/lib/domain/graph/schema-nodes';
import type { Template } from '@/lib/domain/template/template';
import { nlPicker } from '@/lib/messages/nl-evidence';

export type ElementOption = { id: string; label: string };
export type OptionGroup = { id: string; label: string; options: ElementOption[] };

/** Everything a quote can be pinned to, in reading order, grouped by layer; then intervention points and own points. */
export function elementOptions(template: Template, ownPoints: readonly OwnPointView[]): OptionGroup[] {
  const groups = new Map<string, OptionGroup>(
    template.layers.map(({ id, section, name }) => [id, { id, label: `${section} ${name}`, options: [] }]),
  );
  const interventions: OptionGroup = { id: 'interventions', label: nlPicker.interventions, options: [] };
  const numbers = new Map(template.interventionPoints.map(({ id, number }) => [id, number]));
  for (const { id, kind, label, layerId } of schemaNodes(template).nodes.values()) {
    const number = numbers.get(id);
    const option = { id, label: number ? `${number} ${label}` : `${label} (${nlPicker.kinds[kind]})` };
    (groups.get(layerId ?? '') ?? interventions).options.push(option);
  }
  const own = ownPoints.map(({ id, number, label }) => ({ id, label: `${number} ${label}` }));
  return [...groups.values(), interventions, { id: 'own', label: nlPicker.ownPoints, options: own }];
}

/** Case and accents left aside: people type what they hear. */
const plain = (text: string): string => text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');

/** Options that hold every word of the query, in their groups; groups without any are left out. */
export function filterOptions(groups: readonly OptionGroup[], query: string): OptionGroup[] {
  const words = plain(query).split(/\s+/).filter(Boolean);
  return groups
    .map((group) => ({
      ...group,
      options: group.options.filter(({ label }) => words.every((word) => plain(label).includes(word))),
    }))
    .filter(({ options }) => options.length > 0);
}

/** Ids with their names, for links; what the template does not hold is left out. */
export function namedElements(template: Template, ids: readonly string[]): ElementOption[] {
  const names = new Map(
    elementOptions(template, []).flatMap(({ options }) => options.map(({ id, label }) => [id, label] as const)),
  );
  return ids.flatMap((id) => {
    const label = names.get(id);
    return label === undefined ? [] : [{ id, label }];
  });
}
