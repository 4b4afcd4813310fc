import type { OwnPointRequest } from '@/lib/api/map-contracts';
import { OwnPointSchema } from '@/lib/api/map-requests';
import { insertOwnPoint, removeOwnPoint, restoreOwnPoint, updateOwnPoint } from '@/lib/db/map/own-points';
import { isUuid } from '@/lib/domain/is-uuid';
import { checkMapText } from '@/lib/domain/map/check-map-text';
import { ok, type Result, refuse } from '@/lib/domain/result';
import type { RefusalCode } from '@/lib/messages/nl-errors';
import { done, refused } from '../answer';
import type { WorkshopParams } from '../handle-workshop-request';
import { readBody } from '../read-body';
import { areElements } from './find-elements';
import { handleMapWrite } from './handle-map-write';

export type OwnPointParams = WorkshopParams & { point: string };

const FIELDS = {
  label: 'label-length',
  explanation: 'explanation-length',
  concerns: 'wrong-concerns',
} as const;

async function readPoint(request: Request, workshopId: string): Promise<Result<OwnPointRequest, RefusalCode>> {
  const body = await readBody(request, OwnPointSchema, FIELDS);
  if (!body.ok) return body;
  const { label, explanation } = body.value;
  const texts = checkMapText({ label }, { explanation });
  if (!texts.ok) return texts;
  const concerns = [...new Set(body.value.concerns)];
  if (!(await areElements(workshopId, concerns))) return refuse('unknown-element');
  return ok({ ...texts.value, concerns });
}

/** POST /api/workshops/<id>/own-points {label, explanation, concerns}: 201 with its OwnPointView. */
export function addOwnPoint(request: Request, { workshop }: WorkshopParams): Promise<Response> {
  return handleMapWrite(request, workshop, async ({ workshopId, author }) => {
    const point = await readPoint(request, workshopId);
    if (!point.ok) return refused(point.refusal);
    const added = await insertOwnPoint(workshopId, author, point.value);
    return added.ok ? done(added.value, { status: 201 }) : refused(added.refusal);
  });
}

/** PATCH /api/workshops/<id>/own-points/<point> {label, explanation, concerns}: its OwnPointView. */
export function changeOwnPoint(request: Request, { workshop, point: id }: OwnPointParams): Promise<Response> {
  return handleMapWrite(request, workshop, async ({ workshopId, mayChange }) => {
    const point = await readPoint(request, workshopId);
    if (!point.ok) return refused(point.refusal);
    if (!isUuid(id)) return refused('unknown-own-point');
    const changed = await updateOwnPoint({ workshopId, id, mayChange }, point.value);
    return changed.ok ? done(changed.value) : refused(changed.refusal);
  });
}

/** DELETE /api/workshops/<id>/own-points/<point>. No body. */
export function takeOwnPointAway(request: Request, { workshop, point: id }: OwnPointParams): Promise<Response> {
  return handleMapWrite(request, workshop, async ({ workshopId, mayChange }) => {
    if (!isUuid(id)) return refused('unknown-own-point');
    const removed = await removeOwnPoint({ workshopId, id, mayChange });
    return removed.ok ? done({ ok: true }) : refused(removed.refusal);
  });
}

/** POST /api/workshops/<id>/own-points/<point>/restore: its OwnPointView again. No body. */
export function bringOwnPointBack(request: Request, { workshop, point: id }: OwnPointParams): Promise<Response> {
  return handleMapWrite(request, workshop, async ({ workshopId, mayChange }) => {
    if (!isUuid(id)) return refused('unknown-own-point');
    const restored = await restoreOwnPoint({ workshopId, id, mayChange });
    return restored.ok ? done(restored.value) : refused(restored.refusal);
  });
}
