import { useValue } from 'tldraw';
import type { PictureBall } from '@/lib/domain/layout/picture';
import { useBoard } from '../board-context';
import styles from './template.module.css';

/** The two balls of a pair that lie nearest to each other. */
export function nearestPair(
  from: readonly PictureBall[],
  to: readonly PictureBall[],
): [PictureBall, PictureBall] | null {
  let best: [PictureBall, PictureBall] | null = null;
  let shortest = Number.POSITIVE_INFINITY;
  for (const one of from)
    for (const other of to) {
      const distance = Math.hypot(one.x - other.x, one.y - other.y);
      if (distance < shortest && distance > 0) {
        shortest = distance;
        best = [one, other];
      }
    }
  return best;
}

/** Bowed a little, so that a line between two balls of one row is seen. */
function pathOf([from, to]: [PictureBall, PictureBall]): string {
  const bow = Math.min(160, Math.hypot(to.x - from.x, to.y - from.y) * 0.25);
  const middle = { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 - bow };
  return `M${from.x} ${from.y}Q${middle.x} ${middle.y} ${to.x} ${to.y}`;
}

/** Lines between intervention points, for who asked for them: whole when the template states it, dashed when two only share a place. */
export function Links() {
  const board = useBoard();
  const isShown = useValue('links shown', () => board.families.get().links, [board]);
  const depth = useValue('depth', () => board.depth.get(), [board]);
  const links = useValue('links', () => board.links.get(), [board]);
  const own = useValue('own balls', () => board.ownBalls.get(), [board]);
  if (!isShown) return null;
  const balls = [...board.picture.balls[depth], ...[...own[depth].values()].flat()];
  const of = (id: string): PictureBall[] => balls.filter((ball) => ball.pointId === id);
  return (
    <svg className={styles.links} width={board.picture.width} height={board.picture.height} aria-hidden>
      {links.map(({ from, to, isStated }) => {
        const pair = nearestPair(of(from), of(to));
        return (
          pair && <path key={`${from} ${to}`} d={pathOf(pair)} data-stated={isStated} data-from={from} data-to={to} />
        );
      })}
    </svg>
  );
}
