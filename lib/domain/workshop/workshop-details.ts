import { isReadableLine, isReadableText, normalizeLine, normalizeLines } from '../people/readable-text';
import { ok, type Result, refuse } from '../result';

export type WorkshopDetails = { title: string; purpose: string; perspectives: string[] };
export type DetailsRefusal = 'title-characters' | 'purpose-characters' | 'perspective-characters' | 'perspective-twice';

/** [W2] Whatever is given must be readable text; perspectives differ from each other. Lengths are the contract's. */
export function parseDetails<Given extends Partial<WorkshopDetails>>(given: Given): Result<Given, DetailsRefusal> {
  const title = given.title === undefined ? undefined : normalizeLine(given.title);
  const purpose = given.purpose === undefined ? undefined : normalizeLines(given.purpose);
  const perspectives = given.perspectives?.map(normalizeLine);
  if (title !== undefined && !isReadableLine(title)) return refuse('title-characters');
  if (purpose !== undefined && !isReadableText(purpose)) return refuse('purpose-characters');
  if (perspectives && !perspectives.every(isReadableLine)) return refuse('perspective-characters');
  if (perspectives && new Set(perspectives.map((name) => name.toLowerCase())).size < perspectives.length) {
    return refuse('perspective-twice');
  }
  return ok({
    ...given,
    ...(title === undefined ? {} : { title }),
    ...(purpose === undefined ? {} : { purpose }),
    ...(perspectives === undefined ? {} : { perspectives }),
  });
}
