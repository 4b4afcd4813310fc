import { StanceSchema } from '@/lib/api/map-requests';
import { putStance, removeStance } from '@/lib/db/map/stances';
import { isFittingStance } from '@/lib/domain/map/check-stance';
import { done, refused } from '../answer';
import type { WorkshopParams } from '../handle-workshop-request';
import { readBody } from '../read-body';
import { findElements } from './find-elements';
import { handleMapWrite } from './handle-map-write';

type StanceParams = WorkshopParams & { element: string };

const FIELDS = { pole: 'wrong-stance', level: 'wrong-stance' } as const;

/** PUT /api/workshops/<id>/stances/<element> {pole, level}: the StanceView of whoever asks. */
export function standHere(request: Request, { workshop, element: elementId }: StanceParams): Promise<Response> {
  return handleMapWrite(request, workshop, async ({ workshopId, persons }) => {
    const body = await readBody(request, StanceSchema, FIELDS);
    if (!body.ok) return refused(body.refusal);
    const sort = (await findElements(workshopId, [elementId])).get(elementId);
    if (!sort) return refused('unknown-element');
    if (!isFittingStance(sort, body.value)) return refused('stance-without-poles');
    const put = await putStance({ workshopId, persons, elementId }, body.value);
    return put.ok ? done(put.value) : refused(put.refusal);
  });
}

/** DELETE /api/workshops/<id>/stances/<element>: of whoever asks. No body. */
export function standNoLonger(request: Request, { workshop, element: elementId }: StanceParams): Promise<Response> {
  return handleMapWrite(request, workshop, async ({ workshopId, persons }) => {
    if (!(await findElements(workshopId, [elementId])).has(elementId)) return refused('unknown-element');
    const removed = await removeStance({ workshopId, persons, elementId });
    return removed.ok ? done({ ok: true }) : refused(removed.refusal);
  });
}
