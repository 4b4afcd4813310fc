import { useValue } from 'tldraw';
import type { PictureBall } from '@/lib/domain/layout/picture';
import { useBoard } from '../board-context';
import styles from './template.module.css';

/** The two balls of a pair that lie nearest to each other. */
function nearestPair(from: readonly PictureBall[], to: readonly PictureBall[]): [PictureBall, PictureBall] | null {
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

type Place = { x: number; y: number };

/** Where a line from the middle of a ball towards `there` leaves the ball. */
function edgeOf({ x, y, r }: PictureBall, there: Place): Place {
  const distance = Math.hypot(there.x - x, there.y - y) || 1;
  return { x: x + ((there.x - x) / distance) * r, y: y + ((there.y - y) / distance) * r };
}

/** From edge to edge, bowed over the balls between them, so that no number is crossed. */
function pathOf([from, to]: [PictureBall, PictureBall]): string {
  const distance = Math.hypot(to.x - from.x, to.y - from.y);
  const bow = Math.max(2.6 * from.r, distance * 0.3);
  const top = { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 - bow };
  const [start, end] = [edgeOf(from, top), edgeOf(to, top)];
  return `M${start.x} ${start.y}Q${top.x} ${top.y} ${end.x} ${end.y}`;
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
