import { refused } from '../answer';
import { handleInsideRequest, type WorkshopParams } from '../handle-workshop-request';
import { readState } from '../live/read-state';

/** GET /api/workshops/<id>: the state document of whoever asks. */
export function showWorkshop(request: Request, { workshop }: WorkshopParams): Promise<Response> {
  return handleInsideRequest(request, workshop, async ({ viewer }) => {
    const state = await readState(viewer, new Date());
    if (!state) return refused('unknown-workshop');
    return new Response(state.text, {
      headers: { 'Content-Type': 'application/json; charset=utf-8', 'Cache-Control': 'no-store' },
    });
  });
}
