import type { Depth } from '@/lib/domain/layout/picture';

/** Zoom levels at which blocks, and then points, can be read. Leaving is later than entering, so that nothing flickers. */
const ENTER = { middle: 0.32, near: 0.72 } as const;
const LEAVE = { middle: 0.29, near: 0.66 } as const;

/** The depth at a zoom level, given the depth so far. */
export function depthAt(before: Depth, zoom: number): Depth {
  if (zoom >= (before === 'near' ? LEAVE.near : ENTER.near)) return 'near';
  if (zoom >= (before === 'far' ? ENTER.middle : LEAVE.middle)) return 'middle';
  return 'far';
}
