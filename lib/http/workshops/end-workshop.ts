import { closeWorkshop } from '@/lib/db/workshops';
import { done } from '../answer';
import { handleFacilitatorRequest, type WorkshopParams } from '../handle-workshop-request';
import { finishLater } from '../rounds/finish-later';

/** POST /api/workshops/<id>/close: [W4] read-only for good; an open round closes in its normal way. No body. */
export function endWorkshop(request: Request, { workshop }: WorkshopParams): Promise<Response> {
  return handleFacilitatorRequest(request, workshop, async () => {
    const { closingRoundId } = await closeWorkshop(workshop);
    if (closingRoundId) finishLater(closingRoundId);
    return done({ ok: true });
  });
}
