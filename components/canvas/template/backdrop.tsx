import { memo } from 'react';
import { useValue } from 'tldraw';
import type { PictureArrow, PictureKey, Rect } from '@/lib/domain/layout/picture';
import { useBoard } from '../board-context';
import { ThingsLayer } from '../layer/things-layer';
import styles from './template.module.css';
import { TextLines } from './text-lines';

const FAMILY_CLASS: Record<PictureArrow['family'], string> = {
  up: styles.up ?? '',
  'harm-down': styles.harm ?? '',
  politics: styles.politics ?? '',
};

const FAMILY_SETTING = { up: 'up', 'harm-down': 'harmDown', politics: 'politics' } as const;

/** The arrows between layers. What is followed stands out along them; what a person set aside fades. */
function Arrows({ arrows, width, height }: { arrows: PictureArrow[]; width: number; height: number }) {
  const board = useBoard();
  const families = useValue('families', () => board.families.get(), [board]);
  const bright = useValue('bright', () => board.bright.get(), [board]);
  const isFollowing = useValue('following', () => board.isFollowing.get(), [board]);
  const look = ({ family, from, to }: PictureArrow): string => {
    if (!families[FAMILY_SETTING[family]]) return styles.quietArrow ?? '';
    if (!bright) return '';
    if (!bright.has(from) || !bright.has(to)) return styles.quietArrow ?? '';
    return isFollowing ? (styles.litArrow ?? '') : '';
  };
  return (
    <svg className={styles.arrows} width={width} height={height} aria-hidden>
      {arrows.map((arrow) => (
        <g key={arrow.id} className={`${FAMILY_CLASS[arrow.family]} ${look(arrow)}`}>
          <path d={arrow.path} fill="none" strokeWidth={arrow.width} />
          <path d={arrow.head} stroke="none" />
        </g>
      ))}
    </svg>
  );
}

/** The sign of an arrow family or of a ball, as large as `mark`. */
function Sign({ kind, mark, frame, number }: { kind: string; mark: Rect; frame: Rect; number: string | null }) {
  const place = { left: mark.x - frame.x, top: mark.y - frame.y, width: mark.w, height: mark.h };
  if (kind === 'ball') {
    const d = Math.min(mark.w, mark.h);
    return (
      <div
        className={styles.ball}
        style={{
          left: place.left + (mark.w - d) / 2,
          top: place.top + (mark.h - d) / 2,
          width: d,
          height: d,
          fontSize: d * 0.4,
        }}
      >
        {number ?? '1.1'}
      </div>
    );
  }
  const path = { up: 'M20 38V20', 'harm-down': 'M12 4V22', politics: 'M38 20H20' }[kind] ?? '';
  const head =
    { up: 'M6 21L34 21L20 2Z', 'harm-down': 'M0 21L24 21L12 38Z', politics: 'M21 6L21 34L2 20Z' }[kind] ?? '';
  return (
    <svg
      className={`${styles.sign} ${FAMILY_CLASS[kind as PictureArrow['family']] ?? ''}`}
      viewBox={kind === 'harm-down' ? '-8 0 40 40' : '0 0 40 40'}
      style={place}
      aria-hidden
    >
      <path d={path} fill="none" strokeWidth={kind === 'up' ? 12 : 7} />
      <path d={head} stroke="none" />
    </svg>
  );
}

const CloseKey = memo(function CloseKey({ picked }: { picked: PictureKey }) {
  return (
    <>
      <TextLines box={picked.title} frame={picked.rect} className={styles.keyTitle} />
      {picked.entries.map((entry) => (
        <div key={entry.id}>
          {entry.mark && <Sign kind={entry.kind} mark={entry.mark} frame={picked.rect} number={entry.number} />}
          <TextLines box={entry.text} frame={picked.rect} />
        </div>
      ))}
    </>
  );
});

const FarKey = memo(function FarKey({ picked }: { picked: PictureKey }) {
  return picked.farEntries.map((entry) => (
    <div key={entry.id}>
      <Sign kind={entry.kind} mark={entry.mark} frame={picked.rect} number={null} />
      <TextLines box={entry.text} frame={picked.rect} className={styles.centred} />
    </div>
  ));
});

/** What lies under all shapes: the arrows between layers, and the key. */
export function Backdrop() {
  const board = useBoard();
  // Its sentences can be read when points can; until then four signs say it.
  const isFar = useValue('far', () => ['far', 'middle'].includes(board.depth.get()), [board]);
  const { picture } = board;
  const { key } = picture;
  return (
    <>
      <Arrows arrows={picture.arrows} width={picture.width} height={picture.height} />
      <div
        className={styles.key}
        style={{ left: key.rect.x, top: key.rect.y, width: key.rect.w, height: key.rect.h }}
        aria-hidden
      >
        {isFar ? <FarKey picked={key} /> : <CloseKey picked={key} />}
      </div>
      <ThingsLayer />
    </>
  );
}
