import { ok, type Result, refuse } from '../result';

/** [P4] One of the workshop's perspectives, or none. */
export function choosePerspective(
  offered: readonly string[],
  chosen: string | null | undefined,
): Result<string | null, 'unknown-perspective'> {
  if (chosen === null || chosen === undefined || chosen === '') return ok(null);
  return offered.includes(chosen) ? ok(chosen) : refuse('unknown-perspective');
}
