'use client';
import { LiveRegion } from '@/components/live/live-region';
import { useWorkshopState } from '@/components/live/use-workshop-state';
import { ConnectionBanner } from '@/components/panels/frame/connection-banner';
import { Goodbye } from '@/components/panels/leave/goodbye';
import { Alert } from '@/components/ui/alert';
import type { WorkshopState } from '@/lib/api/contracts';
import { nlResult, nlVote } from '@/lib/messages/nl-vote';
import type { BallotCluster } from './ballot-order';
import { ResultView } from './result-view';
import styles from './vote-screen.module.css';

/** The result of one round; before closing it says so and waits. */
export function ResultScreen({
  initial,
  roundId,
  clusters,
}: {
  initial: WorkshopState;
  roundId: string;
  clusters: BallotCluster[];
}) {
  const { state, connection, bye } = useWorkshopState(initial);
  if (bye) return <Goodbye reason={bye} />;
  const round = state.rounds.find(({ id }) => id === roundId);
  if (!round) return null;
  return (
    <div className={styles.screen}>
      <LiveRegion state={state} />
      <ConnectionBanner connection={connection} />
      <div className={styles.heading}>
        <p className={styles.workshop}>{state.title}</p>
        <h1>{nlResult.title}</h1>
      </div>
      {round.result ? (
        <ResultView workshopId={state.id} round={round} result={round.result} clusters={clusters} />
      ) : (
        <Alert kind="info" title={nlResult.notYet}>
          <p>
            {nlResult.notYetText} {nlVote.turnout(round.turnout.voted, round.turnout.entitled)}.
          </p>
        </Alert>
      )}
    </div>
  );
}
