import type { OwnPointView } from '@/lib/api/map-contracts';
import type { Template } from '@/lib/domain/template/template';
import { parentIds, pathUp } from '@/lib/domain/template/template-tree';
import type { nlNotes } from '@/lib/messages/nl-notes';

type OptionKind = keyof typeof nlNotes.picker.kinds;
/** `where` is what it lies in, in words; `words` what it is found by. */
export type ElementOption = { id: string; kind: OptionKind; label: string; where: string; words: string };

/** Without accents and capitals, so that 'Zorg' and 'zorg', 'één' and 'een' are found alike. */
const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase();

type Named = { id: string; kind: OptionKind; label: string };

function namesOf(template: Template): Named[] {
  const named = (kind: OptionKind, items: readonly { id: string; label: string }[]): Named[] =>
    items.map(({ id, label }) => ({ id, kind, label }));
  const layers = [...template.layers].sort((a, b) => a.order - b.order);
  return [
    ...layers.map(({ id, section, name }): Named => ({ id, kind: 'layer', label: `${section} ${name}` })),
    ...named('block', template.blocks),
    ...named('group', template.groups),
    ...named('point', template.points),
    ...template.interventionPoints.map(
      ({ id, number, label }): Named => ({ id, kind: 'intervention', label: `${number} ${label}` }),
    ),
  ];
}

/** Everything a note can belong to, layers first. */
export function elementOptions(template: Template, ownPoints: readonly OwnPointView[]): ElementOption[] {
  const own = ownPoints.map(({ id, number, label }): Named => ({ id, kind: 'own', label: `${number} ${label}` }));
  const all = [...namesOf(template), ...own];
  const labels = new Map(all.map(({ id, label }) => [id, label]));
  const parents = parentIds(template);
  return all.map((one) => {
    const where = pathUp(parents, one.id)
      .ids.slice(1)
      .reverse()
      .map((id) => labels.get(id) ?? '')
      .join(' › ');
    return { ...one, where, words: plain(one.label) };
  });
}

/** Options that hold every word of `typed`; those that begin with it come first. */
export function findOptions(options: readonly ElementOption[], typed: string): ElementOption[] {
  const words = plain(typed).split(/\s+/).filter(Boolean);
  const found = options.filter((option) => words.every((word) => option.words.includes(word)));
  const first = words[0] ?? '';
  const begins = ({ words: text }: ElementOption) => text.startsWith(first) || text.includes(` ${first}`);
  return first === '' ? found : [...found.filter(begins), ...found.filter((option) => !begins(option))];
}
