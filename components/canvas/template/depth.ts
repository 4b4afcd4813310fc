import type { Depth } from '@/lib/domain/layout/picture';

/**
 * Zoom levels at which blocks, points, and what points rest on can be read. Leaving is later than entering, so that
 * nothing flickers. No label is smaller than 11 pixels where it comes in: the sizes are in type-scale.ts.
 */
const ENTER = { middle: 0.44, near: 0.8, nearest: 1.4 } as const;
export const LEAVE = { middle: 0.41, near: 0.75, nearest: 1.28 } as const;
const INWARDS = ['far', 'middle', 'near', 'nearest'] as const satisfies readonly Depth[];

/** The depth at a zoom level, given the depth so far. */
export function depthAt(before: Depth, zoom: number): Depth {
  const now = INWARDS.indexOf(before);
  let depth: Depth = 'far';
  for (const [at, name] of INWARDS.entries()) {
    if (name === 'far') continue;
    const border = at <= now ? LEAVE[name] : ENTER[name];
    if (zoom >= border) depth = name;
  }
  return depth;
}
