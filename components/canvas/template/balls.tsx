import { useValue } from 'tldraw';
import type { Depth, PictureBall, Rect } from '@/lib/domain/layout/picture';
import { nlCanvas } from '@/lib/messages/nl-canvas';
import { useBoard } from '../board-context';
import styles from './template.module.css';

const NO_BALLS: PictureBall[] = [];

type BallProps = { ball: PictureBall; frame: Rect; depth: Depth; className: string; title: string; dots?: number };

function Ball({ ball, frame, depth, className, title, dots = 0 }: BallProps) {
  return (
    <div
      className={`${styles.ball} ${className}`}
      title={title}
      style={{
        left: ball.x - ball.r - frame.x,
        top: ball.y - ball.r - frame.y,
        width: ball.r * 2,
        height: ball.r * 2,
        fontSize: ball.r * (depth === 'far' || depth === 'middle' ? 0.96 : 0.88),
      }}
    >
      {ball.number}
      {dots > 0 && <span className={styles.dots}>{dots}</span>}
    </div>
  );
}

/** The balls on one element: of the report, with the dots of the newest result, and of the group itself. */
export function Balls({ elementId, frame, depth }: { elementId: string; frame: Rect; depth: Depth }) {
  const board = useBoard();
  const dots = useValue('dots', () => board.dots.get(), [board]);
  const bright = useValue('bright', () => board.bright.get(), [board]);
  const chosen = useValue('chosen', () => board.focused.get(), [board]);
  const areShown = useValue('balls', () => board.families.get().balls, [board]);
  const own = useValue('own balls', () => board.ownBalls.get()[depth].get(elementId) ?? NO_BALLS, [
    board,
    depth,
    elementId,
  ]);
  const ownLabels = useValue('own labels', () => new Map(board.ownPoints.get().map(({ id, label }) => [id, label])), [
    board,
  ]);
  const look = (pointId: string): string => {
    const isFaded = !areShown || (bright !== null && !bright.has(pointId));
    return `${isFaded ? styles.faded : ''} ${chosen === pointId ? styles.chosenBall : ''}`;
  };
  return (
    <>
      {(board.balls[depth].get(elementId) ?? NO_BALLS).map((ball) => {
        const count = dots.get(ball.number);
        const title = count === undefined ? ball.number : `${ball.number}: ${nlCanvas.dots(count)}`;
        return (
          <Ball
            key={ball.pointId}
            ball={ball}
            frame={frame}
            depth={depth}
            className={look(ball.pointId)}
            title={title}
            dots={count ?? 0}
          />
        );
      })}
      {own.map((ball) => (
        <Ball
          key={ball.pointId}
          ball={ball}
          frame={frame}
          depth={depth}
          className={`${styles.ownBall} ${look(ball.pointId)}`}
          title={nlCanvas.ownPoint(ball.number, ownLabels.get(ball.pointId) ?? '')}
        />
      ))}
    </>
  );
}
