import { closeRound } from '@/lib/db/rounds';
import { isUuid } from '@/lib/domain/is-uuid';
import { done, refused } from '../answer';
import { handleFacilitatorRequest } from '../handle-workshop-request';
import { finishLater } from './finish-later';

export type RoundParams = { workshop: string; round: string };

/** POST /api/workshops/<id>/rounds/<roundId>/close: [B4] two more seconds; pressing twice is pressing once. No body. */
export function endRound(request: Request, { workshop, round }: RoundParams): Promise<Response> {
  return handleFacilitatorRequest(request, workshop, async () => {
    const closing = isUuid(round) ? await closeRound(workshop, round) : null;
    if (!closing) return refused('unknown-round');
    finishLater(round);
    return done({ closesAt: closing.closesAt?.toISOString() ?? null });
  });
}
