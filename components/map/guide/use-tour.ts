'use client';
import { useCallback, useEffect, useState } from 'react';
import { useMapData } from '../map-data';

/**
 * Whether the tour is on. It starts by itself once for a person, on whatever device; that it did is told at the start, so
 * that who leaves halfway does not get it again. It waits until no window is open.
 */
export function useTour() {
  const { schema, own } = useMapData();
  const [isOn, setOn] = useState(false);
  const { markTourSeen } = own;
  const isDue = schema !== null && own.loaded && !own.mine.tourSeen;
  const start = useCallback(() => {
    setOn(true);
    markTourSeen();
  }, [markTourSeen]);
  useEffect(() => {
    if (!isDue) return;
    const tryStart = () => {
      if (!document.querySelector('dialog[open]')) start();
    };
    tryStart();
    document.addEventListener('close', tryStart, true);
    return () => document.removeEventListener('close', tryStart, true);
  }, [isDue, start]);
  const stop = useCallback(() => setOn(false), []);
  return { isOn, start: useCallback(() => setOn(true), []), stop };
}
