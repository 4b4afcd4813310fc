import type { Joined, JoinRequest } from '@/lib/api/contracts';
import { JoinSchema } from '@/lib/api/requests';
import { COOKIE_SECONDS, clearCookie, readCookie, setCookie } from '@/lib/auth/cookies';
import { readCredentials } from '@/lib/auth/credentials';
import { hashToken, newToken } from '@/lib/auth/token-hash';
import { findBoardId } from '@/lib/db/boards';
import type { FoundLink } from '@/lib/db/join-links';
import { joinWorkshop, takePart } from '@/lib/db/participants';
import { findViewerFacts } from '@/lib/db/viewer-facts';
import { choosePerspective } from '@/lib/domain/people/choose-perspective';
import { parseDisplayName } from '@/lib/domain/people/display-name';
import { leadsToSamePerson } from '@/lib/domain/people/known-person';
import { decideViewer, type Person, type Viewer } from '@/lib/domain/people/viewer';
import { ok, type Result, refuse } from '@/lib/domain/result';
import type { RefusalCode } from '@/lib/messages/nl-errors';
import { type Answer, done, refused } from '../answer';
import { handleRequest } from '../handle-request';
import { readBody } from '../read-body';
import { findBroughtLink } from './find-brought-link';

type Joiner = { link: FoundLink; viewer: Viewer | null; deviceToken: string; request: JoinRequest };

/** [P6] The person this browser already is here, where the link leads back to that person. */
function knownPerson({ link, viewer }: Joiner): Person | null {
  if (!viewer || viewer.role === 'facilitator' || !viewer.participantId) return null;
  const { participantId: id, name, perspective, role } = viewer;
  return leadsToSamePerson(role, link.role) ? { id, name, perspective, role } : null;
}

/** [P11] The owner with a link is still one person: taking part, not a second one. */
async function joinAsFacilitator(
  { link, viewer }: Joiner,
  who: Pick<Person, 'name' | 'perspective'>,
): Promise<Result<Person, RefusalCode>> {
  if (link.role === 'observer' || !viewer?.userId) return refuse('already-facilitator');
  return ok(await takePart({ workshopId: link.workshop.id, userId: viewer.userId, ...who }));
}

async function becomeSomebody(joiner: Joiner): Promise<Result<Person, RefusalCode>> {
  const { link, viewer, deviceToken, request } = joiner;
  const known = knownPerson(joiner);
  if (known) return ok(known);
  if (link.state !== 'open') return refuse(`link-${link.state}`);
  const name = parseDisplayName(request.name);
  if (!name.ok) return name;
  const perspective = choosePerspective(link.workshop.perspectives, request.perspective);
  if (!perspective.ok) return perspective;
  const who = { name: name.value, perspective: perspective.value };
  if (viewer?.role === 'facilitator') return joinAsFacilitator(joiner, who);
  return joinWorkshop({
    ...who,
    workshopId: link.workshop.id,
    linkId: link.id,
    role: link.role,
    deviceHash: hashToken(deviceToken),
    deviceExpiresAt: new Date(Date.now() + COOKIE_SECONDS.device * 1_000),
  });
}

async function readViewer(workshopId: string, cookie: string | null): Promise<Viewer | null> {
  const found = await findViewerFacts({ workshopId }, readCredentials(cookie));
  return found && decideViewer(found.facts);
}

async function run(request: Request): Promise<Answer> {
  const body = await readBody(request, JoinSchema, { name: 'name-empty', token: 'link-unknown', code: 'code-unknown' });
  if (!body.ok) return refused(body.refusal);
  const brought = await findBroughtLink(body.value, request.headers);
  if (!brought.ok) return refused(brought.refusal, brought);
  const { link } = brought;
  const cookie = request.headers.get('cookie');
  const deviceToken = readCookie(cookie, 'device') ?? newToken();
  const viewer = await readViewer(link.workshop.id, cookie);
  const person = await becomeSomebody({ link, viewer, deviceToken, request: body.value });
  if (!person.ok) return refused(person.refusal);
  const { id: participantId, role, name, perspective } = person.value;
  const workshopId = link.workshop.id;
  const joined: Joined = { workshopId, boardId: await findBoardId(workshopId), participantId, role, name, perspective };
  const device = viewer?.role === 'facilitator' ? [] : [setCookie('device', deviceToken)];
  return done(joined, { cookies: [...device, clearCookie('join')] });
}

/** POST /api/join {token | code, name, perspective}: in, without an account. */
export function join(request: Request): Promise<Response> {
  return handleRequest(request, () => run(request));
}
