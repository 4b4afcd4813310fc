import { queryWords } from '@/lib/domain/search/query-words';
import { done, refused } from '../answer';
import { handleInsideRequest, type WorkshopParams } from '../handle-workshop-request';
import { answerSearch } from './answer-search';
import { takeSearch } from './search-pace';

/** GET /api/workshops/<id>/search?q=<2–100 characters>: a SearchAnswer, for everybody inside. */
export function search(request: Request, { workshop }: WorkshopParams): Promise<Response> {
  return handleInsideRequest(request, workshop, async ({ viewer }) => {
    const query = (new URL(request.url).searchParams.get('q') ?? '').trim();
    const words = queryWords(query);
    if (!words.ok) return refused(words.refusal);
    const retryAfterSeconds = await takeSearch(viewer.sessionId ?? viewer.deviceId ?? viewer.key);
    if (retryAfterSeconds !== null) return refused('too-many-searches', { retryAfterSeconds });
    return done(await answerSearch(viewer.workshopId, query, words.value));
  });
}
