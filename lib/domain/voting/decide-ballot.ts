import type { ParticipantRole } from '../people/viewer';
import { ok, type Result, refuse } from '../result';
import { type Allocation, type BallotRefusal, checkBallot } from './check-ballot';
import { acceptsBallot, type RoundTimes } from './round-phase';
import type { RoundRules } from './round-rules';

export type BallotCase = {
  round: RoundTimes & { rules: RoundRules };
  /** null when this person is not (or no longer) in the workshop */
  voter: ParticipantRole | null;
  /** what was stored when this very ballot came before */
  earlier: Allocation | null;
  allocation: Readonly<Record<string, unknown>>;
  receivedAt: Date;
};

export type BallotDecision = Result<
  { allocation: Allocation; repeated: boolean },
  BallotRefusal | 'round-closed' | 'observer-cannot-vote' | 'forbidden'
>;

/** [B2] [B4] What becomes of one ballot; a repeated one gets the answer it got before, also after closing. */
export function decideBallot({ round, voter, earlier, allocation, receivedAt }: BallotCase): BallotDecision {
  if (voter === null) return refuse('forbidden');
  if (voter === 'observer') return refuse('observer-cannot-vote');
  if (earlier) return ok({ allocation: earlier, repeated: true });
  const inTime = acceptsBallot(round, receivedAt);
  if (!inTime.ok) return inTime;
  const checked = checkBallot(round.rules, allocation);
  return checked.ok ? ok({ allocation: checked.value, repeated: false }) : checked;
}
