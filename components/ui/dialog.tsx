'use client';
import { type ReactNode, useEffect, useId, useLayoutEffect, useRef, useState } from 'react';
import styles from './dialog.module.css';

/**
 * A native modal dialog; Escape and the page behind it are the browser's work. What is in it appears once the window is
 * open, so that an `autoFocus` in it works; without one the title gets the focus.
 */
export function Dialog({
  open,
  title,
  onClose,
  wide = false,
  children,
}: {
  open: boolean;
  title: string;
  onClose: () => void;
  wide?: boolean;
  children: ReactNode;
}) {
  const ref = useRef<HTMLDialogElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const opener = useRef<Element | null>(null);
  const [isShown, setShown] = useState(false);
  const id = useId();
  useLayoutEffect(() => {
    const dialog = ref.current;
    if (open && !dialog?.open) {
      opener.current = document.activeElement;
      dialog?.showModal();
    }
    if (!open && dialog?.open) dialog.close();
    setShown(open);
  }, [open]);
  useEffect(() => {
    const at = document.activeElement;
    if (isShown && (at === ref.current || !ref.current?.contains(at))) heading.current?.focus();
  }, [isShown]);
  // A window that is taken away instead of closed gives the focus back too; the browser does that only on close.
  useEffect(
    () => () => {
      const { current } = opener;
      queueMicrotask(() => {
        const isLost = document.activeElement === null || document.activeElement === document.body;
        if (isLost && current instanceof HTMLElement && current.isConnected) current.focus();
      });
    },
    [],
  );
  return (
    <dialog ref={ref} className={`${styles.dialog} ${wide ? styles.wide : ''}`} aria-labelledby={id} onClose={onClose}>
      {open && isShown && (
        <div className={styles.body}>
          <h2 ref={heading} id={id} tabIndex={-1}>
            {title}
          </h2>
          {children}
        </div>
      )}
    </dialog>
  );
}

export function DialogActions({ children }: { children: ReactNode }) {
  return <div className={styles.actions}>{children}</div>;
}
