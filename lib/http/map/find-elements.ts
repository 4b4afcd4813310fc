import { liveOwnPoints } from '@/lib/db/map/own-points';
import { readTemplate } from '@/lib/db/templates';
import { findWorkshop } from '@/lib/db/workshops';
import { isUuid } from '@/lib/domain/is-uuid';
import { type ElementSort, knownElements } from '@/lib/domain/map/known-elements';

/** [MP3] What these ids are in this workshop: elements of its template or live own points; unknown ids are left out. */
export async function findElements(workshopId: string, ids: readonly string[]): Promise<Map<string, ElementSort>> {
  const { templateVersionId } = await findWorkshop(workshopId);
  const known = knownElements(await readTemplate(templateVersionId));
  const found = new Map<string, ElementSort>();
  for (const id of ids) {
    const sort = known.get(id);
    if (sort) found.set(id, sort);
  }
  const others = ids.filter((id) => !found.has(id) && isUuid(id));
  if (others.length > 0) for (const id of await liveOwnPoints(workshopId, others)) found.set(id, 'other');
  return found;
}

/** [MP3] Whether all of them are elements of the template or live own points. */
export async function areElements(workshopId: string, ids: readonly string[]): Promise<boolean> {
  const found = await findElements(workshopId, ids);
  return ids.every((id) => found.has(id));
}
