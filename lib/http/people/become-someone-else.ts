import { setCookie } from '@/lib/auth/cookies';
import { linkToken } from '@/lib/auth/join-token';
import { findOpenLinkOf } from '@/lib/db/join-links';
import { forgetPerson } from '@/lib/db/participants';
import type { Viewer } from '@/lib/domain/people/viewer';
import { done } from '../answer';
import { handleInsideRequest, type WorkshopParams } from '../handle-workshop-request';

/** The link again, as /m/<token> would bring it, so that the join page asks at once for the next person's name. */
async function joinCookies({ participantId }: Viewer): Promise<string[]> {
  const link = participantId === null ? null : await findOpenLinkOf(participantId);
  return link ? [setCookie('join', linkToken(link))] : [];
}

/** POST /api/workshops/<id>/someone-else: [P7] the next join on this browser makes somebody new. A facilitator stays who they are. */
export function becomeSomeoneElse(request: Request, { workshop }: WorkshopParams): Promise<Response> {
  return handleInsideRequest(request, workshop, async ({ viewer }) => {
    if (!viewer.deviceId) return done({ ok: true });
    const cookies = await joinCookies(viewer);
    await forgetPerson(workshop, viewer.deviceId);
    return done({ ok: true }, { cookies });
  });
}
