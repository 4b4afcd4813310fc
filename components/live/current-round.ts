import type { RoundView, WorkshopState } from '@/lib/api/contracts';

/** The round that takes votes or is about to close. */
export function currentRound(state: WorkshopState): RoundView | null {
  return state.rounds.find(({ phase }) => phase !== 'closed') ?? null;
}

export function latestClosedRound(state: WorkshopState): RoundView | null {
  return state.rounds.find(({ phase }) => phase === 'closed') ?? null;
}

export function spentDots(allocation: Record<string, number> | null): number {
  return Object.values(allocation ?? {}).reduce((sum, dots) => sum + dots, 0);
}
