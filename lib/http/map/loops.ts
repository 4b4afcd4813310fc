import { LoopNameSchema, SavedLoopSchema } from '@/lib/api/map-requests';
import { insertLoop, removeLoop, renameLoop } from '@/lib/db/map/saved-loops';
import { isUuid } from '@/lib/domain/is-uuid';
import { checkMapText } from '@/lib/domain/map/check-map-text';
import { done, refused } from '../answer';
import type { WorkshopParams } from '../handle-workshop-request';
import { readBody } from '../read-body';
import { areElements } from './find-elements';
import { handleMapWrite } from './handle-map-write';

type LoopParams = WorkshopParams & { loop: string };

const FIELDS = { name: 'map-name-length', elementIds: 'wrong-loop' } as const;

/** POST /api/workshops/<id>/loops {name, elementIds}: 201 with its SavedLoopView. */
export function addLoop(request: Request, { workshop }: WorkshopParams): Promise<Response> {
  return handleMapWrite(request, workshop, async ({ workshopId, author }) => {
    const body = await readBody(request, SavedLoopSchema, FIELDS);
    if (!body.ok) return refused(body.refusal);
    const { elementIds } = body.value;
    const text = checkMapText({ name: body.value.name }, {});
    if (!text.ok) return refused(text.refusal);
    if (new Set(elementIds).size < elementIds.length) return refused('wrong-loop');
    if (!(await areElements(workshopId, elementIds))) return refused('unknown-element');
    const added = await insertLoop(workshopId, author, { name: text.value.name, elementIds });
    return added.ok ? done(added.value, { status: 201 }) : refused(added.refusal);
  });
}

/** PATCH /api/workshops/<id>/loops/<loop> {name}: its SavedLoopView. */
export function changeLoop(request: Request, { workshop, loop: id }: LoopParams): Promise<Response> {
  return handleMapWrite(request, workshop, async ({ workshopId, mayChange }) => {
    const body = await readBody(request, LoopNameSchema, FIELDS);
    if (!body.ok) return refused(body.refusal);
    const text = checkMapText({ name: body.value.name }, {});
    if (!text.ok) return refused(text.refusal);
    if (!isUuid(id)) return refused('unknown-loop');
    const renamed = await renameLoop({ workshopId, id, mayChange }, text.value.name);
    return renamed.ok ? done(renamed.value) : refused(renamed.refusal);
  });
}

/** DELETE /api/workshops/<id>/loops/<loop>. No body. */
export function takeLoopAway(request: Request, { workshop, loop: id }: LoopParams): Promise<Response> {
  return handleMapWrite(request, workshop, async ({ workshopId, mayChange }) => {
    if (!isUuid(id)) return refused('unknown-loop');
    const removed = await removeLoop({ workshopId, id, mayChange });
    return removed.ok ? done({ ok: true }) : refused(removed.refusal);
  });
}
