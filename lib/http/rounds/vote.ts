import type { CastBallot } from '@/lib/api/contracts';
import { CastBallotSchema } from '@/lib/api/requests';
import { authorizeWorkshop } from '@/lib/auth/board-access';
import { castBallot } from '@/lib/db/ballots';
import { whileReceiving } from '@/lib/db/finish-round';
import { isUuid } from '@/lib/domain/is-uuid';
import { type Answer, done, refused } from '../answer';
import { handleRequest } from '../handle-request';
import { readBody } from '../read-body';
import type { RoundParams } from './end-round';

type Received = { request: Request; params: RoundParams; ballot: CastBallot };

async function receive({ request, params, ballot }: Received): Promise<Answer> {
  const { workshop: workshopId, round: roundId } = params;
  // [B4] The whole ballot is here now. Waiting for the database must not make it late, so the wait is taken off.
  const arrived = performance.now();
  const access = await authorizeWorkshop(request.headers.get('cookie'), workshopId);
  if (!access.ok) return refused(access.refusal);
  const receivedAt = new Date(access.now.getTime() - (performance.now() - arrived));
  const { role, participantId } = access.viewer;
  if (role === 'observer') return refused('observer-cannot-vote');
  if (!participantId) return refused('facilitator-cannot-vote');
  if (!isUuid(roundId)) return refused('unknown-round');
  const cast = await castBallot({ ...ballot, workshopId, roundId, participantId, receivedAt });
  return cast.ok ? done(cast.value) : refused(cast.refusal);
}

/** PUT /api/workshops/<id>/rounds/<roundId>/ballot {allocation, idempotencyKey}: [B1] [B2]; answered after the commit. */
export function vote(request: Request, params: RoundParams): Promise<Response> {
  return handleRequest(request, async () => {
    const body = await readBody(request, CastBallotSchema, { allocation: 'invalid-dots' });
    if (!body.ok) return refused(body.refusal);
    return whileReceiving(params.round, () => receive({ request, params, ballot: body.value }));
  });
}
