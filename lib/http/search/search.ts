import type { SearchAnswer } from '@/lib/api/evidence-contracts';
import { ownPointLabels } from '@/lib/db/map/own-points';
import { searchWorkshop } from '@/lib/db/search/search-workshop';
import { sectionPlaces } from '@/lib/db/search/section-places';
import { readTemplate } from '@/lib/db/templates';
import { findWorkshop } from '@/lib/db/workshops';
import { queryWords } from '@/lib/domain/search/query-words';
import { nlHits } from '@/lib/messages/nl-hits';
import { done, refused } from '../answer';
import { handleInsideRequest, type WorkshopParams } from '../handle-workshop-request';
import { presentHits } from './present-hits';
import { takeSearch } from './search-pace';

async function answer(workshopId: string, query: string, words: readonly string[]): Promise<SearchAnswer> {
  if (words.length === 0) return { query, groups: [], instead: null };
  const [{ templateVersionId }, { entries, isFound, instead, join }] = await Promise.all([
    findWorkshop(workshopId),
    searchWorkshop(workshopId, words),
  ]);
  const [template, ownPoints, sections] = await Promise.all([
    readTemplate(templateVersionId),
    ownPointLabels(workshopId),
    sectionPlaces([...new Set(entries.flatMap(({ sectionId }) => sectionId ?? []))]),
  ]);
  return {
    query,
    groups: presentHits(entries, { template, ownPoints, sections, isFound }),
    instead: instead?.join(join === 'or' ? nlHits.or : ' ') ?? null,
  };
}

/** GET /api/workshops/<id>/search?q=<2–100 characters>: a SearchAnswer, for everybody inside. */
export function search(request: Request, { workshop }: WorkshopParams): Promise<Response> {
  return handleInsideRequest(request, workshop, async ({ viewer }) => {
    const query = (new URL(request.url).searchParams.get('q') ?? '').trim();
    const words = queryWords(query);
    if (!words.ok) return refused(words.refusal);
    const retryAfterSeconds = await takeSearch(viewer.sessionId ?? viewer.deviceId ?? viewer.key);
    if (retryAfterSeconds !== null) return refused('too-many-searches', { retryAfterSeconds });
    return done(await answer(viewer.workshopId, query, words.value));
  });
}
