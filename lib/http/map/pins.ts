import { QuotePinSchema } from '@/lib/api/map-requests';
import { insertPin, removePin } from '@/lib/db/map/quote-pins';
import { isUuid } from '@/lib/domain/is-uuid';
import { done, refused } from '../answer';
import type { WorkshopParams } from '../handle-workshop-request';
import { readBody } from '../read-body';
import { areElements } from './find-elements';
import { handleMapWrite } from './handle-map-write';

type PinParams = WorkshopParams & { pin: string };

const FIELDS = { elementId: 'unknown-element', passageId: 'unknown-passage' } as const;

/** POST /api/workshops/<id>/pins {elementId, passageId}: 201 with its QuotePinView, also when it hung there already. */
export function addPin(request: Request, { workshop }: WorkshopParams): Promise<Response> {
  return handleMapWrite(request, workshop, async ({ workshopId, author }) => {
    const body = await readBody(request, QuotePinSchema, FIELDS);
    if (!body.ok) return refused(body.refusal);
    const { elementId, passageId } = body.value;
    if (!isUuid(passageId)) return refused('unknown-passage');
    if (!(await areElements(workshopId, [elementId]))) return refused('unknown-element');
    const added = await insertPin({ workshopId, elementId, passageId, author });
    return added.ok ? done(added.value, { status: 201 }) : refused(added.refusal);
  });
}

/** DELETE /api/workshops/<id>/pins/<pin>. No body. */
export function takePinAway(request: Request, { workshop, pin }: PinParams): Promise<Response> {
  return handleMapWrite(request, workshop, async ({ workshopId, mayChange }) => {
    const removed = isUuid(pin) ? await removePin(workshopId, pin, mayChange) : null;
    if (!removed) return refused('unknown-pin');
    return removed.ok ? done({ ok: true }) : refused(removed.refusal);
  });
}
