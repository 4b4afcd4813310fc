import { authorizeWorkshop } from '@/lib/auth/board-access';
import type { Viewer } from '@/lib/domain/people/viewer';
import { type Answer, refused } from './answer';
import { handleRequest } from './handle-request';

export type WorkshopParams = { workshop: string };
export type InWorkshop = { viewer: Viewer /** by the clock of the database */; now: Date };

/** For everybody who is inside this workshop. */
export function handleInsideRequest(
  request: Request,
  workshopId: string,
  run: (inside: InWorkshop) => Promise<Answer>,
): Promise<Response> {
  return handleRequest(request, async () => {
    const access = await authorizeWorkshop(request.headers.get('cookie'), workshopId);
    return access.ok ? run(access) : refused(access.refusal);
  });
}

/** A facilitator is always signed in; the type says so. */
export type AsFacilitator = { viewer: Viewer & { userId: string }; now: Date };

/** [W1] For the owner of this workshop alone. */
export function handleFacilitatorRequest(
  request: Request,
  workshopId: string,
  run: (facilitator: AsFacilitator) => Promise<Answer>,
): Promise<Response> {
  return handleInsideRequest(request, workshopId, async ({ viewer, now }) => {
    const { role, userId } = viewer;
    if (role !== 'facilitator' || !userId) return refused('not-facilitator');
    return run({ viewer: { ...viewer, userId }, now });
  });
}
