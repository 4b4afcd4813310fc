import { ok, type Result, refuse } from '../result';
import { type ChainedBallot, chainStart, type Hash, isUnbroken } from './ballot-chain';
import { type Allocation, checkBallot } from './check-ballot';
import type { RoundRules } from './round-rules';
import { type Tally, tallyBallots } from './tally-ballots';

/** [B1] Per voter key the ballot with the highest seq. */
export function countedBallots<Ballot extends Pick<ChainedBallot, 'seq' | 'voterKey'>>(
  ballots: readonly Ballot[],
): Ballot[] {
  const latest = new Map<string, Ballot>();
  for (const ballot of ballots.toSorted((a, b) => a.seq - b.seq)) latest.set(ballot.voterKey, ballot);
  return [...latest.values()];
}

export type StoredRound = {
  id: string;
  rules: RoundRules;
  chainStart: string;
  chainHead: string;
  ballots: readonly ChainedBallot[];
};

/** [B8] "Hertel": the tally from the stored ballots alone; a broken chain or a ballot against the rules gives none. */
export function recount(round: StoredRound, hash: Hash): Result<Tally, 'chain-broken'> {
  const ballots = round.ballots.toSorted((a, b) => a.seq - b.seq);
  const chain = { start: round.chainStart, head: round.chainHead, ballots };
  if (round.chainStart !== chainStart(round.id, round.rules, hash) || !isUnbroken(chain, hash))
    return refuse('chain-broken');
  const counted: Allocation[] = [];
  for (const { allocation } of countedBallots(ballots)) {
    const checked = checkBallot(round.rules, allocation);
    if (!checked.ok) return refuse('chain-broken');
    counted.push(checked.value);
  }
  return ok(tallyBallots(round.rules, counted));
}
