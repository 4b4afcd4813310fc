'use client';
import { type KeyboardEvent, useCallback, useEffect, useRef, useState } from 'react';

/** A panel that a button opens beside the page: takes the focus, and gives it back on Escape and on closing. */
export function useSidePanel() {
  const [open, setOpen] = useState(false);
  const panel = useRef<HTMLElement>(null);
  const button = useRef<HTMLSpanElement>(null);
  const close = useCallback(() => {
    setOpen(false);
    button.current?.querySelector('button')?.focus();
  }, []);
  useEffect(() => {
    if (open) panel.current?.focus({ preventScroll: true });
  }, [open]);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented || document.querySelector('dialog[open]')) return;
    event.preventDefault();
    event.stopPropagation();
    close();
  };
  return { open, toggle: () => setOpen((before) => !before), close, panel, button, onKeyDown };
}
