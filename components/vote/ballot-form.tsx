import { useState } from 'react';
import { Button } from '@/components/ui/button';
import type { RoundView } from '@/lib/api/contracts';
import type { Allocation } from '@/lib/domain/voting/check-ballot';
import { nlVote } from '@/lib/messages/nl-vote';
import type { BallotCluster } from './ballot-order';
import { DotStepper, DrawnDots } from './dot-stepper';
import styles from './dot-vote.module.css';

/** Dividing the dots over the points. */
export function BallotForm({
  round,
  clusters,
  draft,
  spent,
  onChange,
  onReview,
}: {
  round: RoundView;
  clusters: BallotCluster[];
  draft: Allocation;
  spent: number;
  onChange: (draft: Allocation) => void;
  onReview: () => void;
}) {
  const [tooSoon, setTooSoon] = useState(false);
  const left = Math.max(0, round.budget - spent);
  return (
    <>
      <div className={styles.lead}>
        <p>
          {nlVote.lead(round.budget, round.cap)} {nlVote.meaning}
        </p>
        <p className={styles.soft}>
          {nlVote.order} {nlVote.confidential}
        </p>
      </div>
      {clusters.map((cluster) => (
        <section key={cluster.number} className={styles.cluster} aria-labelledby={`cluster-${cluster.number}`}>
          <h2 id={`cluster-${cluster.number}`}>{nlVote.cluster(cluster.number, cluster.label)}</h2>
          <ul className={styles.pointList}>
            {cluster.points
              .filter(({ number }) => round.items.includes(number))
              .map((point) => (
                <DotStepper
                  key={point.number}
                  point={point}
                  dots={draft[point.number] ?? 0}
                  cap={round.cap}
                  left={left}
                  onChange={(dots) => onChange({ ...draft, [point.number]: dots })}
                />
              ))}
          </ul>
        </section>
      ))}
      <div className={styles.bar}>
        <div>
          <p role="status" className={styles.left}>
            {nlVote.left(left, round.budget)}
          </p>
          <DrawnDots filled={left} total={round.budget} />
          {left === 0 && (
            <p className={styles.why} id="vol-alles">
              {nlVote.noneLeft}
            </p>
          )}
          <p role="alert" className={styles.why}>
            {tooSoon && spent === 0 && nlVote.reviewFirst}
          </p>
        </div>
        <Button variant="primary" large onClick={() => (spent > 0 ? onReview() : setTooSoon(true))}>
          {nlVote.review}
        </Button>
      </div>
    </>
  );
}
