/** Which of the things people made are elements of the page, and which are drawn in the one layer. Pure. */
import type { Depth, Rect } from '@/lib/domain/layout/picture';
import type { LayerItem } from './layer-item';

/** A board with no more than this is drawn with elements throughout. */
export const FEW = 60;
/** No more elements than this for what can be read, however close together it lies. */
export const MOST_READABLE = 80;

export const overlaps = (a: Rect, b: Rect): boolean =>
  a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h;

/** Room around what is in sight, as a part of it. */
export function grown({ x, y, w, h }: Rect, part: number): Rect {
  return { x: x - w * part, y: y - h * part, w: w * (1 + 2 * part), h: h * (1 + 2 * part) };
}

const canRead = (depth: Depth): boolean => depth === 'near' || depth === 'nearest';

/** What can be read where one looks; what lies on top comes first. */
export function readableIds(items: readonly LayerItem[], view: Rect, depth: Depth): LayerItem['id'][] {
  if (items.length <= FEW) return items.map(({ id }) => id);
  if (!canRead(depth)) return [];
  const chosen: LayerItem['id'][] = [];
  for (let at = items.length - 1; at >= 0 && chosen.length < MOST_READABLE; at -= 1) {
    const item = items[at];
    if (item && overlaps(item.rect, view)) chosen.push(item.id);
  }
  return chosen;
}

/** The next step towards `wanted`: all that has to go, and at most `most` that come, so that no frame is long. */
export function stepTowards<Id>(now: ReadonlySet<Id>, wanted: readonly Id[], most: number): Set<Id> {
  const next = new Set(wanted.filter((id) => now.has(id)));
  let room = most;
  for (const id of wanted) {
    if (room === 0) break;
    if (next.has(id)) continue;
    next.add(id);
    room -= 1;
  }
  return next;
}
