import type { Allocation } from '@/lib/domain/voting/check-ballot';
import { nlVote } from '@/lib/messages/nl-vote';
import type { BallotCluster } from './ballot-order';
import styles from './dot-vote.module.css';

/** What somebody chose, most dots first. */
export function BallotSummary({ clusters, allocation }: { clusters: BallotCluster[]; allocation: Allocation }) {
  const chosen = clusters
    .flatMap(({ points }) => points)
    .map((point) => ({ ...point, dots: allocation[point.number] ?? 0 }))
    .filter(({ dots }) => dots > 0)
    .sort((a, b) => b.dots - a.dots || a.number.localeCompare(b.number, 'nl', { numeric: true }));
  return (
    <ul className={styles.summary}>
      {chosen.map(({ number, label, dots }) => (
        <li key={number}>
          <span className={styles.ball}>{number}</span>
          <span>{label}</span>
          <strong>{nlVote.dots(dots)}</strong>
        </li>
      ))}
    </ul>
  );
}
