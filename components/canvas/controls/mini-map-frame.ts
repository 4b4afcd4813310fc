import type { Picture, Rect } from '@/lib/domain/layout/picture';

export const MAP_WIDTH = 216;
/** So that the frame is never too small to see. */
const SMALLEST = 8;

type Size = Pick<Picture, 'width' | 'height'>;

/** Where on the small map the view lies, in its pixels; never outside it. */
export function frameOf(view: Rect, { width, height }: Size): Rect {
  const scale = MAP_WIDTH / width;
  const most = { x: MAP_WIDTH, y: height * scale };
  const left = Math.min(most.x - SMALLEST, Math.max(0, view.x * scale));
  const top = Math.min(most.y - SMALLEST, Math.max(0, view.y * scale));
  const right = Math.max(left + SMALLEST, Math.min(most.x, (view.x + view.w) * scale));
  const bottom = Math.max(top + SMALLEST, Math.min(most.y, (view.y + view.h) * scale));
  return { x: left, y: top, w: right - left, h: bottom - top };
}

/** The place on the board that a place on the small map stands for. */
export function placeOnBoard(place: { x: number; y: number }, { width, height }: Size): { x: number; y: number } {
  const scale = width / MAP_WIDTH;
  const within = (value: number, most: number): number => Math.min(most, Math.max(0, value * scale));
  return { x: within(place.x, width), y: within(place.y, height) };
}
