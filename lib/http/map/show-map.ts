import { readMyMap } from '@/lib/db/map/personal-map';
import { keysOf } from '@/lib/domain/map/map-rights';
import { done } from '../answer';
import { handleInsideRequest, type WorkshopParams } from '../handle-workshop-request';
import { currentMap } from './current-map';

const HEADERS = { 'Content-Type': 'application/json; charset=utf-8', 'Cache-Control': 'no-store' };

/** GET /api/workshops/<id>/map: a WorkshopMap, the same for everybody inside. */
export function showMap(request: Request, { workshop }: WorkshopParams): Promise<Response> {
  return handleInsideRequest(request, workshop, async ({ viewer }) => {
    return new Response(await currentMap(viewer.workshopId), { headers: HEADERS });
  });
}

/** GET /api/workshops/<id>/mine: a MyMap, of whoever asks. */
export function showMine(request: Request, { workshop }: WorkshopParams): Promise<Response> {
  return handleInsideRequest(request, workshop, async ({ viewer }) => {
    return done(await readMyMap({ workshopId: viewer.workshopId, persons: keysOf(viewer) }));
  });
}
