'use client';
import { useCallback, useState } from 'react';
import type { ApiAnswer } from '@/lib/api/call-api';
import { sendFile } from '@/lib/api/send-file';

/** null: nothing under way; else the part that has been sent, 1 while the server works on it. */
export type Progress = number | null;

/** One file at a time, with its progress and the sentence of its last refusal. */
export function useUpload() {
  const [progress, setProgress] = useState<Progress>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const send = useCallback(async <Value>(path: string, file: File): Promise<ApiAnswer<Value>> => {
    setProblem(null);
    setProgress(0);
    const answer = await sendFile<Value>(path, file, setProgress);
    setProgress(null);
    if (!answer.ok) setProblem(answer.message);
    return answer;
  }, []);
  return { progress, problem, setProblem, send };
}
