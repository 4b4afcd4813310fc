/** How much a workshop may hold, so that a script that got in cannot fill a board nobody can read any more. */
export const MAP_BOUNDS = {
  'own-points': 200,
  facts: 1_000,
  pins: 1_000,
  loops: 200,
  /** of one person */
  views: 50,
} as const;
type Bounded = keyof typeof MAP_BOUNDS;
export type BoundRefusal = `too-many-${Bounded}`;

/** What was removed can come back, so it is kept, but not without end. */
const KEPT_PER_LIVE = 5;

/** [MP6] Whether one more may be added; `kept` counts what was removed as well. */
export function hasRoom(what: Bounded, { live, kept = live }: { live: number; kept?: number }): boolean {
  return live < MAP_BOUNDS[what] && kept < MAP_BOUNDS[what] * KEPT_PER_LIVE;
}
