import { OpenedSchema } from '@/lib/api/map-requests';
import { addOpened, markTourSeen } from '@/lib/db/map/personal-map';
import { keysOf } from '@/lib/domain/map/map-rights';
import { done, refused } from '../answer';
import { handleInsideRequest, type WorkshopParams } from '../handle-workshop-request';
import { readBody } from '../read-body';
import { findElements } from './find-elements';
import { tellCoverageLater } from './tell-coverage-later';

/**
 * POST /api/workshops/<id>/opened {elementIds}: what this person has looked at. [MP12] Something that was removed
 * meanwhile is passed over: one stale id must not cost the rest of the batch.
 */
export function markOpened(request: Request, { workshop }: WorkshopParams): Promise<Response> {
  return handleInsideRequest(request, workshop, async ({ viewer }) => {
    const body = await readBody(request, OpenedSchema);
    if (!body.ok) return refused(body.refusal);
    const { workshopId } = viewer;
    const known = await findElements(workshopId, body.value.elementIds);
    if (known.size === 0) return done({ ok: true });
    const isFirst = await addOpened({ workshopId, persons: keysOf(viewer) }, [...known.keys()]);
    if (isFirst) tellCoverageLater(workshopId);
    return done({ ok: true });
  });
}

/** POST /api/workshops/<id>/tour: this person has seen or skipped the tour. No body. */
export function markTour(request: Request, { workshop }: WorkshopParams): Promise<Response> {
  return handleInsideRequest(request, workshop, async ({ viewer }) => {
    await markTourSeen({ workshopId: viewer.workshopId, persons: keysOf(viewer) });
    return done({ ok: true });
  });
}
