import type { Relation, Template } from '../template/template';
import { KINDS_OF_OCCURRENCE, namesASet, refsOf } from './relation-ends';
import { remember } from './remember';
import { schemaNodes } from './schema-nodes';

export type Recursion = {
  /** a group (a family of patterns) or one point */
  id: string;
  /** layers at which it occurs, in reading order */
  levels: string[];
  /** points and pairs in it without levels of their own: they occur where it does; examples and notes are no patterns */
  members: string[];
  relationIds: string[];
  /** 'open': the source only asks whether it occurs there */
  certainty: Relation['certainty'];
  /** elements the source refers to it from (cross-references) */
  seenAt: string[];
};

const FIRMNESS = ['stated', 'reading', 'open'] as const;

function readRecursions(template: Template): Recursion[] {
  const { nodes, layers } = schemaNodes(template);
  const said = template.relations.filter(({ kind }) => KINDS_OF_OCCURRENCE.includes(kind));
  const ids = new Set(said.flatMap(({ from }) => refsOf(from)).filter((id) => nodes.has(id)));
  const inOrder = [...nodes.values()].filter(({ id }) => ids.has(id));
  const patterns = new Set(
    template.points.filter(({ kind }) => kind === 'point' || kind === 'pair').map(({ id }) => id),
  );
  return inOrder.map(({ id }) => {
    const about = said.filter(({ from }) => refsOf(from).includes(id));
    const places = about.flatMap(({ to }) =>
      namesASet(to) ? layers : refsOf(to).map((ref) => nodes.get(ref)?.layerId ?? ref),
    );
    return {
      id,
      levels: layers.filter((layer) => places.includes(layer)),
      members: [...nodes.values()]
        .filter((node) => patterns.has(node.id) && node.path.at(-1) === id && !ids.has(node.id))
        .map((node) => node.id),
      relationIds: about.map((relation) => relation.id),
      certainty: FIRMNESS.find((value) => about.some(({ certainty }) => certainty === value)) ?? 'open',
      seenAt: template.relations
        .filter(({ kind, to }) => kind === 'cross-reference' && refsOf(to).includes(id))
        .flatMap(({ from }) => refsOf(from).filter((ref) => nodes.has(ref))),
    };
  });
}

/** Patterns that occur at several levels, to be shown at each of them. */
export const recursionsOf = remember(readRecursions);
