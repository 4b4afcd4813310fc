import type { Point, Relation, Template } from '../template/template';

export type Recursion = {
  /** a group (a family of patterns) or one point */
  id: string;
  /** layers at which it occurs, in reading order */
  levels: string[];
  /** points in it that have no levels of their own */
  members: string[];
  relationIds: string[];
  certainty: Relation['certainty'];
  /** elements the source calls an example of it (cross-references) */
  seenAt: string[];
};

export type Dilemma = { id: string; groupId: string; label: string; left: string; right: string };

/** Patterns that occur at several levels, to be shown at each of them. */
export function recursionsOf(_template: Template): Recursion[] {
  return [];
}

/** Every pair with its poles, in reading order. */
export function dilemmasOf(template: Template): Dilemma[] {
  return template.points.flatMap(({ id, parentId, label, poles }: Point) =>
    poles ? [{ id, groupId: parentId, label, ...poles }] : [],
  );
}
