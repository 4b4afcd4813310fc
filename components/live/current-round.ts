import type { RoundView, WorkshopState } from '@/lib/api/contracts';
import type { Allocation } from '@/lib/domain/voting/check-ballot';

/** The round that takes votes or is about to close. */
export function currentRound(state: WorkshopState): RoundView | null {
  return state.rounds.find(({ phase }) => phase !== 'closed') ?? null;
}

export function latestClosedRound(state: WorkshopState): RoundView | null {
  return state.rounds.find(({ phase }) => phase === 'closed') ?? null;
}

export function spentDots(allocation: Allocation | null): number {
  return Object.values(allocation ?? {}).reduce((sum, dots) => sum + dots, 0);
}
