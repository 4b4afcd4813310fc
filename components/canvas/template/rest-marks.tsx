/** What a block and, nearest by, each point rests on: how many fact cards, quotes and notes. The words are on the card. */
import { useValue } from 'tldraw';
import type { Depth, PictureBlock, PicturePoint, Rect } from '@/lib/domain/layout/picture';
import { textWidth } from '@/lib/domain/layout/text-lines';
import { nlCanvas } from '@/lib/messages/nl-canvas';
import { type RestsOn, useBoard } from '../board-context';
import styles from './template.module.css';

const NOTHING: RestsOn = { facts: 0, quotes: 0 };
const SIDE: Record<Depth, number> = { far: 0, middle: 46, near: 27, nearest: 24 };

/** A square on the lower left corner of a block: the fact cards on it and on what stands in it. */
export function FactMark({ card, frame, depth }: { card: PictureBlock; frame: Rect; depth: Depth }) {
  const board = useBoard();
  const count = useValue('facts here', () => {
    const rests = board.rests.get();
    if (rests.size === 0) return 0;
    const ids = [card.id, ...card.groups.map(({ id }) => id), ...card.points.map(({ id }) => id)];
    return ids.reduce((sum, id) => sum + (rests.get(id)?.facts ?? 0), 0);
  }, [board, card]);
  if (count === 0) return null;
  const side = SIDE[depth];
  return (
    <div
      className={styles.factMark}
      title={nlCanvas.facts(count)}
      style={{
        left: card.rect.x - frame.x + 12,
        top: card.rect.y - frame.y + card.rect.h - side / 2,
        width: side,
        height: side,
        fontSize: side * 0.62,
      }}
    >
      {count}
    </div>
  );
}

/** Behind the last word where there is room for it, else at the end of the line. */
function placeOf({ text }: PicturePoint, frame: Rect, width: number): { left: number; top: number } {
  const last = text.lines[text.lines.length - 1] ?? '';
  const behind = textWidth(last, text.size, text.weight) + 6;
  return {
    left: text.x - frame.x + Math.min(behind, text.w + 12 - width),
    top: text.y - frame.y + (text.lines.length - 1) * text.lineHeight + 2,
  };
}

function RestMark({ point, frame }: { point: PicturePoint; frame: Rect }) {
  const board = useBoard();
  const rests = useValue('rests', () => board.rests.get().get(point.id) ?? NOTHING, [board, point.id]);
  const notes = useValue('notes here', () => board.elements.get()?.notesOn.get().get(point.id) ?? 0, [board, point.id]);
  const parts = [
    rests.facts > 0 && { sign: '■', count: rests.facts, says: nlCanvas.facts(rests.facts) },
    rests.quotes > 0 && { sign: '❝', count: rests.quotes, says: nlCanvas.quotes(rests.quotes) },
    notes > 0 && { sign: '✎', count: notes, says: nlCanvas.cardNotes(notes) },
  ].filter((part) => part !== false);
  const says = parts.map((part) => part.says);
  const width = 18 + parts.length * 22;
  return (
    <div
      className={`${styles.restMark} ${parts.length > 0 ? styles.hasRests : ''}`}
      title={[...says, nlCanvas.openCard].join(', ')}
      style={placeOf(point, frame, width)}
    >
      {parts.map(({ sign, count }) => (
        <span key={sign}>
          {sign} {count}
        </span>
      ))}
      <span>›</span>
    </div>
  );
}

export function RestMarks({ points, frame }: { points: readonly PicturePoint[]; frame: Rect }) {
  return points.map((point) => <RestMark key={point.id} point={point} frame={frame} />);
}
