import type { WorkshopMap } from '@/lib/api/map-contracts';

/**
 * The newer map, with every part that stayed the same as the same object: a hall that takes stances then redraws stances
 * alone, and not everything that shows points or facts.
 */
export function keepParts(before: WorkshopMap | null, after: WorkshopMap): WorkshopMap {
  if (!before) return after;
  const kept = { ...after };
  const keep = <Part extends keyof WorkshopMap>(part: Part): void => {
    if (JSON.stringify(before[part]) === JSON.stringify(after[part])) kept[part] = before[part];
  };
  for (const part of Object.keys(after) as (keyof WorkshopMap)[]) keep(part);
  return kept;
}
