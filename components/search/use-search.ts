'use client';
import { useEffect, useState } from 'react';
import { type ApiAnswer, callApi } from '@/lib/api/call-api';
import { evidencePaths, type SearchAnswer } from '@/lib/api/evidence-contracts';

const PAUSE_MS = 180;
export const MIN_QUERY = 2;
export const MAX_QUERY = 100;

export type SearchState =
  | { phase: 'idle' }
  /** `before` stays on the screen while the next answer is on its way */
  | { phase: 'busy'; before: SearchAnswer | null }
  | { phase: 'found'; answer: SearchAnswer }
  | { phase: 'failed'; message: string };

const toState = (answer: ApiAnswer<SearchAnswer>): SearchState =>
  answer.ok ? { phase: 'found', answer: answer.value } : { phase: 'failed', message: answer.message };

/** Searches a moment after the last key. An answer to an older question is thrown away. */
export function useSearch(workshopId: string, typed: string): { state: SearchState; again: () => void } {
  const [state, setState] = useState<SearchState>({ phase: 'idle' });
  const [round, setRound] = useState(0);
  const query = typed.trim();
  useEffect(() => {
    if (query.length < MIN_QUERY) {
      setState({ phase: 'idle' });
      return;
    }
    let current = true;
    setState((last) => ({ phase: 'busy', before: last.phase === 'found' ? last.answer : null }));
    const timer = setTimeout(
      () => {
        void callApi<SearchAnswer>('GET', evidencePaths.search(workshopId, query)).then((answer) => {
          if (current) setState(toState(answer));
        });
      },
      round === 0 ? PAUSE_MS : 0,
    );
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [workshopId, query, round]);
  return { state, again: () => setRound((count) => count + 1) };
}
