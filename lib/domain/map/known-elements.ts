import type { Template } from '../template/template';

/** What people can stand on: a pair of poles (a dilemma), or anything else of the schema. */
export type ElementSort = 'pair' | 'other';

/** Every element of a template that a person can point at, by id. */
export function knownElements(template: Template): Map<string, ElementSort> {
  const { layers, blocks, groups, points, interventionPoints } = template;
  return new Map([
    ...[...layers, ...blocks, ...groups, ...interventionPoints].map(({ id }) => [id, 'other'] as const),
    ...points.map(({ id, kind }) => [id, kind === 'pair' ? 'pair' : 'other'] as const),
  ]);
}
