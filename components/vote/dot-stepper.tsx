import { useReady } from '@/components/ui/use-ready';
import { nlVote } from '@/lib/messages/nl-vote';
import type { BallotPoint } from './ballot-order';
import styles from './dot-vote.module.css';

/** From this many on, figures say more than a row of dots. */
const MAX_DRAWN = 8;

export function DrawnDots({ filled, total }: { filled: number; total: number }) {
  if (total > MAX_DRAWN) return null;
  return (
    <svg
      className={styles.drawn}
      viewBox={`0 0 ${total * 16} 14`}
      width={total * 16}
      height="14"
      aria-hidden="true"
      focusable="false"
    >
      {Array.from({ length: total }, (_, index) => index).map((index) => (
        <circle
          key={index}
          className={index < filled ? styles.filled : styles.empty}
          cx={index * 16 + 7}
          cy="7"
          r="5.5"
        />
      ))}
    </svg>
  );
}

/** One point of the ballot: its full name, and two buttons that say what they do to which point. */
export function DotStepper({
  point,
  dots,
  cap,
  left,
  onChange,
}: {
  point: BallotPoint;
  dots: number;
  cap: number;
  left: number;
  onChange: (dots: number) => void;
}) {
  const { number, label } = point;
  const capped = dots >= cap;
  const full = capped || left === 0;
  const ready = useReady();
  return (
    <li className={`${styles.point} ${dots > 0 ? styles.chosen : ''}`}>
      <div className={styles.name}>
        <span className={styles.ball} aria-hidden="true">
          {number}
        </span>
        <span id={`punt-${number}`}>
          <span className="visually-hidden">{number} </span>
          {label}
        </span>
      </div>
      <fieldset className={styles.stepper} aria-labelledby={`punt-${number}`}>
        <button
          type="button"
          className={styles.step}
          disabled={!ready}
          aria-label={nlVote.remove(number, label)}
          aria-disabled={dots === 0 || undefined}
          onClick={() => dots > 0 && onChange(dots - 1)}
        >
          −
        </button>
        <span className={styles.dots}>
          <span aria-hidden="true">{dots}</span>
          <span className="visually-hidden">{nlVote.dots(dots)}</span>
        </span>
        <button
          type="button"
          className={styles.step}
          disabled={!ready}
          aria-label={nlVote.add(number, label)}
          aria-disabled={full || undefined}
          aria-describedby={full ? `vol-${capped ? number : 'alles'}` : undefined}
          onClick={() => !full && onChange(dots + 1)}
        >
          +
        </button>
      </fieldset>
      {capped && (
        <p className={styles.why} id={`vol-${number}`}>
          {nlVote.capReached(cap)}
        </p>
      )}
    </li>
  );
}
