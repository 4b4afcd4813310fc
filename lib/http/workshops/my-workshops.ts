import { listWorkshops } from '@/lib/db/workshops';
import { done } from '../answer';
import { handleUserRequest } from '../handle-user-request';

/** GET /api/workshops: the facilitator's own, newest first. */
export function myWorkshops(request: Request): Promise<Response> {
  return handleUserRequest(request, async ({ userId }) => done(await listWorkshops(userId)));
}
