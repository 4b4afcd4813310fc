'use client';
import { useState } from 'react';
import { currentRound, latestClosedRound } from '@/components/live/current-round';
import { LiveRegion } from '@/components/live/live-region';
import { useWorkshopState } from '@/components/live/use-workshop-state';
import { ConnectionBanner } from '@/components/panels/frame/connection-banner';
import { Goodbye } from '@/components/panels/leave/goodbye';
import { Alert } from '@/components/ui/alert';
import { ButtonLink } from '@/components/ui/button-link';
import { paths, type RoundView, type WorkshopState } from '@/lib/api/contracts';
import { nlVote } from '@/lib/messages/nl-vote';
import type { BallotCluster } from './ballot-order';
import { DotVote } from './dot-vote';
import { ResultView } from './result-view';
import styles from './vote-screen.module.css';

function Watching({ state, round }: { state: WorkshopState; round: RoundView }) {
  return (
    <>
      <h1>{round.phase === 'closing' ? nlVote.closing : nlVote.watchTitle}</h1>
      <p className={styles.turnout}>{nlVote.turnout(round.turnout.voted, round.turnout.entitled)}.</p>
      <p>{state.me.role === 'observer' ? nlVote.watchObserver : nlVote.watchFacilitator}</p>
      <p>
        <ButtonLink href={paths.workshop(state.id)}>{nlVote.toList}</ButtonLink>
      </p>
    </>
  );
}

function NoRound({ state }: { state: WorkshopState }) {
  const earlier = latestClosedRound(state);
  return (
    <>
      <h1>{nlVote.none}</h1>
      {!state.closedAt && (
        <Alert kind="info">
          <p>{nlVote.noneText}</p>
        </Alert>
      )}
      <div className={styles.actions}>
        <ButtonLink href={paths.workshop(state.id)}>{nlVote.toList}</ButtonLink>
        {earlier && <ButtonLink href={paths.result(state.id, earlier.id)}>{nlVote.toResult}</ButtonLink>}
      </div>
    </>
  );
}

/** Voting without the canvas: follows the round from opening to result. */
export function VoteScreen({ initial, clusters }: { initial: WorkshopState; clusters: BallotCluster[] }) {
  const { state, connection, bye } = useWorkshopState(initial);
  const open = currentRound(state);
  const [watched, setWatched] = useState<string | null>(null);
  // The round seen here stays on the page when it closes: its result appears in its place.
  if (open && open.id !== watched) setWatched(open.id);
  if (bye) return <Goodbye reason={bye} />;
  const round = open ?? state.rounds.find(({ id }) => id === watched) ?? null;
  return (
    <div className={styles.screen}>
      <LiveRegion state={state} />
      <ConnectionBanner connection={connection} />
      {!round && <NoRound state={state} />}
      {round &&
        !round.result &&
        (state.me.canVote ? (
          <DotVote key={round.id} workshopId={state.id} person={state.me.key} round={round} clusters={clusters} />
        ) : (
          <Watching state={state} round={round} />
        ))}
      {round?.result && (
        <>
          <h1>{nlVote.closedTitle}</h1>
          <ResultView workshopId={state.id} round={round} result={round.result} clusters={clusters} />
        </>
      )}
    </div>
  );
}
