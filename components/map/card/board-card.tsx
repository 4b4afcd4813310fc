'use client';
import { type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react';
import { nlMap } from '@/lib/messages/nl-map';
import { useMapView } from '../map-view';
import { CardNotes } from './card-notes';
import { ElementCard } from './card-on-demand';
import styles from './place.module.css';
import { useCardFocus } from './use-card-focus';

const BOARD_CARD_ID = 'element-card';

/**
 * The card of the chosen element beside the board, or nothing. `actions` is what only a board can do with it;
 * `onClosed` takes the focus when what had it is gone.
 */
export function BoardCard({ actions, onClosed }: { actions?: ReactNode; onClosed?: () => void }) {
  const { selected, select } = useMapView();
  const came = useRef<Element | null>(null);
  const scroll = useRef<HTMLDivElement>(null);
  const heading = useCardFocus(selected, () => {
    const before = came.current;
    came.current = null;
    if (before instanceof HTMLElement && before.isConnected && before !== document.body) {
      before.focus({ preventScroll: true });
    } else onClosed?.();
  });
  useEffect(() => {
    // Where the focus was before the first card; a card that opens another is gone when it closes.
    const remember = (event: FocusEvent) => {
      const at = event.target;
      if (at instanceof Element && !at.closest(`#${BOARD_CARD_ID}`)) came.current = at;
    };
    document.addEventListener('focusin', remember);
    return () => document.removeEventListener('focusin', remember);
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another card begins at its top
  useEffect(() => {
    scroll.current?.scrollTo(0, 0);
  }, [selected]);
  if (selected === null) return null;
  const handleKey = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    event.preventDefault();
    event.stopPropagation();
    select(null);
  };
  return (
    <section
      id={BOARD_CARD_ID}
      tabIndex={-1}
      className={styles.panel}
      aria-label={nlMap.card.label}
      onKeyDown={handleKey}
    >
      <div className={styles.panelBar}>
        <button type="button" className={styles.close} onClick={() => select(null)}>
          {nlMap.card.close}
          <span aria-hidden="true">✕</span>
        </button>
      </div>
      <div ref={scroll} className={styles.panelScroll}>
        <div className={styles.card}>
          <ElementCard
            key={selected}
            elementId={selected}
            place="board"
            headingRef={heading}
            actions={actions}
            notes={<CardNotes elementId={selected} />}
          />
        </div>
      </div>
    </section>
  );
}
