import type { FactCardRequest } from '@/lib/api/map-contracts';
import { FactCardSchema } from '@/lib/api/map-requests';
import { insertFact, removeFact, restoreFact, updateFact } from '@/lib/db/map/fact-cards';
import { isUuid } from '@/lib/domain/is-uuid';
import { checkMapText } from '@/lib/domain/map/check-map-text';
import { ok, type Result, refuse } from '@/lib/domain/result';
import type { RefusalCode } from '@/lib/messages/nl-errors';
import { done, refused } from '../answer';
import type { WorkshopParams } from '../handle-workshop-request';
import { readBody } from '../read-body';
import { areElements } from './find-elements';
import { handleMapWrite } from './handle-map-write';

export type FactParams = WorkshopParams & { fact: string };

const FIELDS = {
  elementId: 'unknown-element',
  kind: 'fact-kind',
  text: 'fact-text-length',
  source: 'fact-source-length',
  dated: 'fact-date-length',
} as const;

async function readFact(request: Request, workshopId: string): Promise<Result<FactCardRequest, RefusalCode>> {
  const body = await readBody(request, FactCardSchema, FIELDS);
  if (!body.ok) return body;
  const { elementId, kind, text, source, dated } = body.value;
  const texts = checkMapText({ source, dated }, { text });
  if (!texts.ok) return texts;
  if (!(await areElements(workshopId, [elementId]))) return refuse('unknown-element');
  return ok({ ...texts.value, elementId, kind });
}

/** POST /api/workshops/<id>/facts {elementId, kind, text, source, dated}: 201 with its FactCardView. */
export function addFact(request: Request, { workshop }: WorkshopParams): Promise<Response> {
  return handleMapWrite(request, workshop, async ({ workshopId, author }) => {
    const fact = await readFact(request, workshopId);
    if (!fact.ok) return refused(fact.refusal);
    const added = await insertFact(workshopId, author, fact.value);
    return added.ok ? done(added.value, { status: 201 }) : refused(added.refusal);
  });
}

/** PATCH /api/workshops/<id>/facts/<fact>, with everything a fact has: its FactCardView. */
export function changeFact(request: Request, { workshop, fact: id }: FactParams): Promise<Response> {
  return handleMapWrite(request, workshop, async ({ workshopId, mayChange }) => {
    const fact = await readFact(request, workshopId);
    if (!fact.ok) return refused(fact.refusal);
    if (!isUuid(id)) return refused('unknown-fact');
    const changed = await updateFact({ workshopId, id, mayChange }, fact.value);
    return changed.ok ? done(changed.value) : refused(changed.refusal);
  });
}

/** DELETE /api/workshops/<id>/facts/<fact>. No body. */
export function takeFactAway(request: Request, { workshop, fact: id }: FactParams): Promise<Response> {
  return handleMapWrite(request, workshop, async ({ workshopId, mayChange }) => {
    if (!isUuid(id)) return refused('unknown-fact');
    const removed = await removeFact({ workshopId, id, mayChange });
    return removed.ok ? done({ ok: true }) : refused(removed.refusal);
  });
}

/** POST /api/workshops/<id>/facts/<fact>/restore: its FactCardView again. No body. */
export function bringFactBack(request: Request, { workshop, fact: id }: FactParams): Promise<Response> {
  return handleMapWrite(request, workshop, async ({ workshopId, mayChange }) => {
    if (!isUuid(id)) return refused('unknown-fact');
    const restored = await restoreFact({ workshopId, id, mayChange });
    return restored.ok ? done(restored.value) : refused(restored.refusal);
  });
}
