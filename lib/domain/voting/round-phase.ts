import { ok, type Result, refuse } from '../result';

/** [B4] From pressing close to the last moment that counts. */
export const CLOSING_MS = 2_000;

export type RoundPhase = 'open' | 'closing' | 'closed';
export type RoundTimes = { closesAt: Date | null; closedAt: Date | null };

/** Closed only when the result stands: until then nobody has one ([B5]). */
export function roundPhase({ closesAt, closedAt }: RoundTimes): RoundPhase {
  if (closedAt) return 'closed';
  return closesAt ? 'closing' : 'open';
}

/** [B4] Whether a ballot counts, by the moment the server received it. */
export function acceptsBallot({ closesAt, closedAt }: RoundTimes, receivedAt: Date): Result<true, 'round-closed'> {
  if (closedAt || (closesAt && receivedAt >= closesAt)) return refuse('round-closed');
  return ok(true);
}

/** Whether the closing window has passed and the result can be made. */
export function isDue({ closesAt, closedAt }: RoundTimes, now: Date): boolean {
  return closedAt === null && closesAt !== null && now >= closesAt;
}
