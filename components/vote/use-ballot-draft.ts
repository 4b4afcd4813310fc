'use client';
import { useEffect, useState } from 'react';
import type { Allocation } from '@/lib/domain/voting/check-ballot';

const key = (roundId: string) => `stippen-${roundId}`;

function readDraft(roundId: string): Allocation | null {
  try {
    const stored: unknown = JSON.parse(sessionStorage.getItem(key(roundId)) ?? 'null');
    return stored !== null && typeof stored === 'object' ? (stored as Allocation) : null;
  } catch {
    return null;
  }
}

function writeDraft(roundId: string, draft: Allocation | null): void {
  try {
    if (draft === null) sessionStorage.removeItem(key(roundId));
    else sessionStorage.setItem(key(roundId), JSON.stringify(draft));
  } catch {
    // Without storage a reload starts again from the counted vote.
  }
}

/** The dots as they stand on this screen; kept for this tab only, since devices are shared. */
export function useBallotDraft(roundId: string, counted: Allocation | null) {
  const [draft, setDraft] = useState<Allocation>(counted ?? {});
  useEffect(() => {
    const stored = readDraft(roundId);
    if (stored) setDraft(stored);
  }, [roundId]);
  const change = (next: Allocation) => {
    setDraft(next);
    writeDraft(roundId, next);
  };
  return { draft, change, forget: () => writeDraft(roundId, null) };
}

export function sameAllocation(a: Allocation, b: Allocation): boolean {
  return [...new Set([...Object.keys(a), ...Object.keys(b)])].every((point) => (a[point] ?? 0) === (b[point] ?? 0));
}
