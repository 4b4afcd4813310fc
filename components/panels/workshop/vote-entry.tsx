import { currentRound, latestClosedRound, spentDots } from '@/components/live/current-round';
import { ButtonLink } from '@/components/ui/button-link';
import { paths, type WorkshopState } from '@/lib/api/contracts';
import { nlWorkshop } from '@/lib/messages/nl-workshop';

/** The way to the vote while a round is open, else to its result; nothing when there was no round. */
export function VoteEntry({ state }: { state: WorkshopState }) {
  const round = currentRound(state);
  const closed = latestClosedRound(state);
  if (!round) {
    return closed && <ButtonLink href={paths.result(state.id, closed.id)}>{nlWorkshop.toResult}</ButtonLink>;
  }
  const href = paths.vote(state.id);
  if (round.phase === 'closing') return <ButtonLink href={href}>{nlWorkshop.closing}</ButtonLink>;
  if (!state.me.canVote) return <ButtonLink href={href}>{nlWorkshop.voteFollow}</ButtonLink>;
  const left = round.budget - spentDots(round.myAllocation);
  return round.myAllocation ? (
    <ButtonLink href={href}>{nlWorkshop.voteDone}</ButtonLink>
  ) : (
    <ButtonLink href={href} variant="primary">
      {nlWorkshop.voteLeft(left, round.budget)}
    </ButtonLink>
  );
}
