import { ok, type Result, refuse } from '../result';
import type { RoundRules } from './round-rules';

/** Dots per point, only points with dots, in the order of the template; empty is a blank ballot. */
export type Allocation = Record<string, number>;

export type BallotRefusal = 'unknown-point' | 'invalid-dots' | 'over-cap' | 'over-budget';

/** [B2] The whole allocation against the frozen rules; total: any object gives a value or a refusal. */
export function checkBallot(
  rules: RoundRules,
  given: Readonly<Record<string, unknown>>,
): Result<Allocation, BallotRefusal> {
  const known = new Set(rules.items);
  const chosen = new Map<string, number>();
  for (const [point, dots] of Object.entries(given)) {
    if (!known.has(point)) return refuse('unknown-point');
    if (typeof dots !== 'number' || !Number.isSafeInteger(dots) || dots < 0) return refuse('invalid-dots');
    if (dots > rules.cap) return refuse('over-cap');
    if (dots > 0) chosen.set(point, dots);
  }
  const spent = [...chosen.values()].reduce((sum, dots) => sum + dots, 0);
  if (spent > rules.budget) return refuse('over-budget');
  return ok(
    Object.fromEntries(rules.items.flatMap((item) => (chosen.has(item) ? [[item, chosen.get(item) ?? 0]] : []))),
  );
}
