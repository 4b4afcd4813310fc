import { useValue } from 'tldraw';
import type { Depth, Rect } from '@/lib/domain/layout/picture';
import { nlCanvas } from '@/lib/messages/nl-canvas';
import { useBoard } from '../board-context';
import styles from './template.module.css';

/** The green balls on one element, with the dots of the newest result. */
export function Balls({ elementId, frame, depth }: { elementId: string; frame: Rect; depth: Depth }) {
  const board = useBoard();
  const dots = useValue('dots', () => board.dots.get(), [board]);
  const balls = board.balls[depth].get(elementId);
  if (!balls) return null;
  return balls.map((ball) => {
    const count = dots.get(ball.number);
    return (
      <div
        key={ball.pointId}
        className={styles.ball}
        title={count === undefined ? ball.number : `${ball.number}: ${nlCanvas.dots(count)}`}
        style={{
          left: ball.x - ball.r - frame.x,
          top: ball.y - ball.r - frame.y,
          width: ball.r * 2,
          height: ball.r * 2,
          fontSize: ball.r * (depth === 'far' ? 0.96 : 0.88),
        }}
      >
        {ball.number}
        {count !== undefined && count > 0 && <span className={styles.dots}>{count}</span>}
      </div>
    );
  });
}
