import type { Joined } from '@/lib/api/contracts';
import { TakePartSchema } from '@/lib/api/requests';
import { findBoardId } from '@/lib/db/boards';
import { takePart } from '@/lib/db/participants';
import { findWorkshop } from '@/lib/db/workshops';
import { choosePerspective } from '@/lib/domain/people/choose-perspective';
import { parseDisplayName } from '@/lib/domain/people/display-name';
import { done, refused } from '../answer';
import { handleFacilitatorRequest, type WorkshopParams } from '../handle-workshop-request';
import { readBody } from '../read-body';

/** POST /api/workshops/<id>/take-part {name, perspective}: [P11] 'Ik doe zelf mee'. */
export function takePartInWorkshop(request: Request, { workshop: workshopId }: WorkshopParams): Promise<Response> {
  return handleFacilitatorRequest(request, workshopId, async ({ viewer: { userId } }) => {
    const body = await readBody(request, TakePartSchema, { name: 'name-empty', perspective: 'unknown-perspective' });
    if (!body.ok) return refused(body.refusal);
    const workshop = await findWorkshop(workshopId);
    if (workshop.closedAt) return refused('workshop-closed');
    const name = parseDisplayName(body.value.name);
    if (!name.ok) return refused(name.refusal);
    const perspective = choosePerspective(workshop.perspectives, body.value.perspective);
    if (!perspective.ok) return refused(perspective.refusal);
    const person = await takePart({ workshopId, userId, name: name.value, perspective: perspective.value });
    const { id: participantId, ...who } = person;
    const joined: Joined = { workshopId, boardId: await findBoardId(workshopId), participantId, ...who };
    return done(joined);
  });
}
