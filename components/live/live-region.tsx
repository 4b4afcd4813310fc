'use client';
import { useEffect, useRef, useState } from 'react';
import type { WorkshopState } from '@/lib/api/contracts';
import { newsSince } from './news-since';

/** More often than this only interrupts who listens. */
const BATCH_MS = 5_000;

/** The one polite live region of a page: says what changed, at most once in five seconds. */
export function LiveRegion({ state }: { state: WorkshopState }) {
  const [said, setSaid] = useState('');
  const spoken = useRef({ state, at: 0 });
  useEffect(() => {
    const news = newsSince(spoken.current.state, state);
    if (news.length === 0) {
      return;
    }
    const wait = Math.max(0, spoken.current.at + BATCH_MS - Date.now());
    const timer = setTimeout(() => {
      spoken.current = { state, at: Date.now() };
      setSaid(news.join(' '));
    }, wait);
    return () => clearTimeout(timer);
  }, [state]);
  return (
    <p className="visually-hidden" role="status" aria-live="polite">
      {said}
    </p>
  );
}
