import { getStroke } from 'perfect-freehand';

/** Outline of a pen stroke as an SVG path; `points` is x0,y0,x1,y1,… */
export function strokePath(points: readonly number[], size: number): string {
  const pairs: [number, number][] = [];
  for (let at = 0; at + 1 < points.length; at += 2) pairs.push([points[at] ?? 0, points[at + 1] ?? 0]);
  const outline = getStroke(pairs, { size, thinning: 0.35, smoothing: 0.5, streamline: 0.35, simulatePressure: true });
  const [first, ...rest] = outline;
  if (!first) return '';
  const fixed = (value: number): string => value.toFixed(1);
  return `M${fixed(first[0])} ${fixed(first[1])}${rest.map(([x, y]) => `L${fixed(x)} ${fixed(y)}`).join('')}Z`;
}

/** Leaves out points closer than `gap` to the one before, and never keeps more than `most` numbers. */
export function thinPoints(points: readonly number[], gap: number, most: number): number[] {
  const kept: number[] = [];
  for (let at = 0; at + 1 < points.length && kept.length < most; at += 2) {
    const x = points[at] ?? 0;
    const y = points[at + 1] ?? 0;
    const last = kept.length - 2;
    const isEnd = at + 3 >= points.length;
    if (kept.length > 0 && !isEnd && Math.hypot(x - (kept[last] ?? 0), y - (kept[last + 1] ?? 0)) < gap) continue;
    kept.push(Math.round(x * 10) / 10, Math.round(y * 10) / 10);
  }
  return kept;
}
