'use client';
import { useEffect, useRef } from 'react';

/** Closes a `<details>` that hangs over the page on Escape and on a press elsewhere. */
export function useMenuClosing() {
  const ref = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    const handle = (event: Event) => {
      const menu = ref.current;
      if (!menu?.open || menu.querySelector('dialog[open]')) return;
      if (event instanceof KeyboardEvent) {
        if (event.key !== 'Escape') return;
        menu.open = false;
        menu.querySelector('summary')?.focus();
      } else if (event.target instanceof Node && !menu.contains(event.target)) menu.open = false;
    };
    // Capture: a canvas keeps its pointer events to itself.
    document.addEventListener('pointerdown', handle, true);
    document.addEventListener('keydown', handle);
    return () => {
      document.removeEventListener('pointerdown', handle, true);
      document.removeEventListener('keydown', handle);
    };
  }, []);
  return ref;
}
