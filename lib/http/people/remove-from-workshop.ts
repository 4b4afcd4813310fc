import { removeParticipant } from '@/lib/db/participants';
import { isUuid } from '@/lib/domain/is-uuid';
import { done, refused } from '../answer';
import { handleFacilitatorRequest, type WorkshopParams } from '../handle-workshop-request';

type Params = WorkshopParams & { participant: string };

/** DELETE /api/workshops/<id>/participants/<participantId>: [P10]. */
export function removeFromWorkshop(request: Request, { workshop, participant }: Params): Promise<Response> {
  return handleFacilitatorRequest(request, workshop, async () => {
    if (!isUuid(participant)) return refused('unknown-participant');
    const removed = await removeParticipant(workshop, participant);
    return removed.ok ? done({ ok: true }) : refused(removed.refusal);
  });
}
