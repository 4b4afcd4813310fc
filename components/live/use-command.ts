'use client';
import { useCallback, useState } from 'react';
import { type ApiAnswer, type ApiMethod, callApi } from '@/lib/api/call-api';

type Method = Exclude<ApiMethod, 'GET'>;

/** One command at a time, with its progress and the sentence of its last refusal. */
export function useCommand() {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const run = useCallback(async <Value>(method: Method, path: string, body?: unknown): Promise<ApiAnswer<Value>> => {
    setBusy(true);
    setProblem(null);
    const answer = await callApi<Value>(method, path, body);
    setBusy(false);
    if (!answer.ok) setProblem(answer.message);
    return answer;
  }, []);
  return { busy, problem, setProblem, run };
}
