'use client';
import { useCallback, useEffect, useRef } from 'react';

/**
 * A card that opens takes the focus to its heading; one that closes gives it back. Not on arrival: a page that was opened
 * on a card begins where every page begins.
 */
export function useCardFocus(selected: string | null, giveBack: (elementId: string) => void) {
  const heading = useRef<HTMLHeadingElement>(null);
  const isAwaited = useRef(false);
  const shown = useRef(selected);
  const back = useRef(giveBack);
  useEffect(() => {
    back.current = giveBack;
  });
  useEffect(() => {
    const before = shown.current;
    shown.current = selected;
    if (before === selected) return;
    isAwaited.current = selected !== null && heading.current === null;
    if (selected !== null) heading.current?.focus({ preventScroll: true });
    else if (before !== null) back.current(before);
  }, [selected]);
  return useCallback((shown: HTMLHeadingElement | null) => {
    heading.current = shown;
    if (!shown || !isAwaited.current) return;
    // The first card of a page comes after its scripts.
    isAwaited.current = false;
    shown.focus({ preventScroll: true });
  }, []);
}
