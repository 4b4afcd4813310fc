'use client';
import { useEffect, useRef, useState } from 'react';

/** More often than this only interrupts who listens. */
const BATCH_MS = 5_000;

/** `sentence`, but a new one at most once in five seconds; an empty one at once. */
export function useSaid(sentence: string): string {
  const [said, setSaid] = useState('');
  const lastAt = useRef(Number.NEGATIVE_INFINITY);
  useEffect(() => {
    const say = (): void => {
      if (sentence !== '') lastAt.current = Date.now();
      setSaid(sentence);
    };
    const wait = sentence === '' ? 0 : Math.max(0, lastAt.current + BATCH_MS - Date.now());
    const timer = setTimeout(say, wait);
    return () => clearTimeout(timer);
  }, [sentence]);
  return said;
}
