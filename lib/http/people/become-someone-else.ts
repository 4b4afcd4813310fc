import { forgetPerson } from '@/lib/db/participants';
import { done } from '../answer';
import { handleInsideRequest, type WorkshopParams } from '../handle-workshop-request';

/** POST /api/workshops/<id>/someone-else: [P7] the next join on this browser makes somebody new. A facilitator stays who they are. */
export function becomeSomeoneElse(request: Request, { workshop }: WorkshopParams): Promise<Response> {
  return handleInsideRequest(request, workshop, async ({ viewer }) => {
    if (viewer.deviceId) await forgetPerson(workshop, viewer.deviceId);
    return done({ ok: true });
  });
}
