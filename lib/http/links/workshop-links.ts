import { CreateLinkSchema } from '@/lib/api/requests';
import { listLinks, replaceLink, revokeLink } from '@/lib/db/join-links';
import { findWorkshop } from '@/lib/db/workshops';
import { isUuid } from '@/lib/domain/is-uuid';
import { done, refused } from '../answer';
import { handleFacilitatorRequest, type WorkshopParams } from '../handle-workshop-request';
import { readBody } from '../read-body';
import { presentLink } from './present-link';

/** GET /api/workshops/<id>/links: all of them, newest first, revoked ones too. */
export function showLinks(request: Request, { workshop }: WorkshopParams): Promise<Response> {
  return handleFacilitatorRequest(request, workshop, async () => done((await listLinks(workshop)).map(presentLink)));
}

/** POST /api/workshops/<id>/links {role}: a new link; the one it replaces is revoked ([L5]). */
export function makeLink(request: Request, { workshop }: WorkshopParams): Promise<Response> {
  return handleFacilitatorRequest(request, workshop, async () => {
    const body = await readBody(request, CreateLinkSchema);
    if (!body.ok) return refused(body.refusal);
    if ((await findWorkshop(workshop)).closedAt) return refused('workshop-closed');
    await replaceLink(workshop, body.value.role);
    const link = (await listLinks(workshop)).find(({ role, revokedAt }) => role === body.value.role && !revokedAt);
    return link ? done(presentLink(link), { status: 201 }) : refused('link-revoked');
  });
}

/** DELETE /api/workshops/<id>/links/<linkId>: nobody new comes in by it; whoever is inside stays ([L5]). */
export function endLink(request: Request, { workshop, link }: WorkshopParams & { link: string }): Promise<Response> {
  return handleFacilitatorRequest(request, workshop, async () => {
    const known = isUuid(link) && (await revokeLink(workshop, link));
    return known ? done({ ok: true }) : refused('link-unknown');
  });
}
