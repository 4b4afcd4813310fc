'use client';
import { useCallback, useEffect, useState } from 'react';
import { callApi } from '@/lib/api/call-api';
import { type ElementEvidence, evidencePaths } from '@/lib/api/evidence-contracts';

type Fetched = { elementId: string; evidence: ElementEvidence | null; problem: string | null };

/** What an element rests on, asked when its card opens; `evidence` and `problem` are null while it is under way. */
export function useEvidence(workshopId: string, elementId: string | null) {
  const [fetched, setFetched] = useState<Fetched | null>(null);
  const [tries, setTries] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new try asks again
  useEffect(() => {
    if (elementId === null) return;
    let isOver = false;
    void callApi<ElementEvidence>('GET', evidencePaths.evidence(workshopId, elementId)).then((answer) => {
      if (isOver) return;
      if (answer.ok) setFetched({ elementId, evidence: answer.value, problem: null });
      else setFetched({ elementId, evidence: null, problem: answer.message });
    });
    return () => {
      isOver = true;
    };
  }, [workshopId, elementId, tries]);
  const retry = useCallback(() => {
    setFetched(null);
    setTries((before) => before + 1);
  }, []);
  const isCurrent = fetched?.elementId === elementId;
  return {
    evidence: isCurrent ? (fetched?.evidence ?? null) : null,
    problem: isCurrent ? (fetched?.problem ?? null) : null,
    retry,
  };
}
