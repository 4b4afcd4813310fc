import type { ElementSort } from './known-elements';

/** [MP5] Only between the poles of a dilemma is there a place to choose. */
export function isFittingStance(sort: ElementSort, stance: { pole: number | null; level: string | null }): boolean {
  return sort === 'pair' || (stance.pole === null && stance.level === null);
}
