import { ChangeWorkshopSchema } from '@/lib/api/requests';
import { findWorkshop, updateWorkshop } from '@/lib/db/workshops';
import { parseDetails, type WorkshopDetails } from '@/lib/domain/workshop/workshop-details';
import { done, refused } from '../answer';
import { handleFacilitatorRequest, type WorkshopParams } from '../handle-workshop-request';
import { readBody } from '../read-body';
import { DETAIL_REFUSALS } from './detail-refusals';

/** PATCH /api/workshops/<id>: [W2] what is given changes, the rest stays; people keep the perspective they chose. */
export function changeWorkshop(request: Request, { workshop }: WorkshopParams): Promise<Response> {
  return handleFacilitatorRequest(request, workshop, async () => {
    const body = await readBody(request, ChangeWorkshopSchema, DETAIL_REFUSALS);
    if (!body.ok) return refused(body.refusal);
    const { title, purpose, perspectives } = body.value;
    const given: Partial<WorkshopDetails> = {
      ...(title === undefined ? {} : { title }),
      ...(purpose === undefined ? {} : { purpose }),
      ...(perspectives === undefined ? {} : { perspectives }),
    };
    const details = parseDetails(given);
    if (!details.ok) return refused(details.refusal);
    if ((await findWorkshop(workshop)).closedAt) return refused('workshop-closed');
    await updateWorkshop(workshop, details.value);
    return done({ ok: true });
  });
}
