import type { ViewSettings } from '@/lib/api/map-contracts';
import { SavedViewSchema } from '@/lib/api/map-requests';
import { removeView, saveView } from '@/lib/db/map/personal-map';
import { isUuid } from '@/lib/domain/is-uuid';
import { checkMapText } from '@/lib/domain/map/check-map-text';
import { keysOf } from '@/lib/domain/map/map-rights';
import { isReadableText } from '@/lib/domain/people/readable-text';
import { done, refused } from '../answer';
import { handleInsideRequest, type WorkshopParams } from '../handle-workshop-request';
import { readBody } from '../read-body';

type ViewParams = WorkshopParams & { view: string };

/** Ids of things that are gone fade nothing, so they may stay; what no database can hold may not. */
function isStorable({ clusters, follow, loop }: ViewSettings): boolean {
  return isReadableText([...clusters, follow?.elementId ?? '', ...(loop ?? [])].join(''));
}

/** POST /api/workshops/<id>/views {name, settings}: 201 with its SavedViewView; one's own, also of who only looks. */
export function keepView(request: Request, { workshop }: WorkshopParams): Promise<Response> {
  return handleInsideRequest(request, workshop, async ({ viewer }) => {
    const body = await readBody(request, SavedViewSchema, { name: 'map-name-length' });
    if (!body.ok) return refused(body.refusal);
    const { name, settings } = body.value;
    const text = checkMapText({ name }, {});
    if (!text.ok) return refused(text.refusal);
    if (!isStorable(settings)) return refused('wrong-body');
    const mine = { workshopId: viewer.workshopId, persons: keysOf(viewer) };
    const saved = await saveView(mine, { name: text.value.name, settings });
    return saved.ok ? done(saved.value, { status: 201 }) : refused(saved.refusal);
  });
}

/** DELETE /api/workshops/<id>/views/<view>. No body. */
export function forgetView(request: Request, { workshop, view }: ViewParams): Promise<Response> {
  return handleInsideRequest(request, workshop, async ({ viewer }) => {
    const mine = { workshopId: viewer.workshopId, persons: keysOf(viewer) };
    const isRemoved = isUuid(view) && (await removeView(mine, view));
    return isRemoved ? done({ ok: true }) : refused('unknown-view');
  });
}
