import { OpenRoundSchema } from '@/lib/api/requests';
import { finishDueRounds } from '@/lib/db/finish-round';
import { insertRound } from '@/lib/db/rounds';
import { readTemplate } from '@/lib/db/templates';
import { findWorkshop } from '@/lib/db/workshops';
import { ballotItems } from '@/lib/domain/voting/ballot-items';
import { composeRules } from '@/lib/domain/voting/round-rules';
import { done, refused } from '../answer';
import { handleFacilitatorRequest, type WorkshopParams } from '../handle-workshop-request';
import { readState } from '../live/read-state';
import { readBody } from '../read-body';

/** POST /api/workshops/<id>/rounds {budget, cap}: 201 with its RoundView; [B3] frozen from here. */
export function startRound(request: Request, { workshop: id }: WorkshopParams): Promise<Response> {
  return handleFacilitatorRequest(request, id, async ({ viewer, now }) => {
    const body = await readBody(request, OpenRoundSchema, { budget: 'wrong-rules', cap: 'wrong-rules' });
    if (!body.ok) return refused(body.refusal);
    const workshop = await findWorkshop(id);
    if (workshop.closedAt) return refused('workshop-closed');
    const items = ballotItems(await readTemplate(workshop.templateVersionId)).map(({ number }) => number);
    const rules = composeRules(items, body.value);
    if (!rules.ok) return refused(rules.refusal);
    await finishDueRounds(id, now);
    const opened = await insertRound(id, rules.value);
    if (!opened.ok) return refused(opened.refusal);
    const state = await readState(viewer, now);
    return done(
      state?.state().rounds.find((round) => round.id === opened.value.roundId),
      { status: 201 },
    );
  });
}
