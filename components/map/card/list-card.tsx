'use client';
import { type ReactNode, useEffect, useLayoutEffect, useRef } from 'react';
import { Button } from '@/components/ui/button';
import { nlMap } from '@/lib/messages/nl-map';
import { useMapView } from '../map-view';
import { CardNotes } from './card-notes';
import { ElementCard } from './card-on-demand';
import { findInList } from './find-in-list';
import styles from './place.module.css';
import { useCardFocus } from './use-card-focus';

/** Where the reader was in the list: remembered while the list is there, since hiding it loses the place. */
function useListPlace(isListShown: boolean) {
  const place = useRef<number | null>(null);
  useEffect(() => {
    if (!isListShown) return;
    const remember = () => {
      place.current = window.scrollY;
    };
    window.addEventListener('scroll', remember, { passive: true });
    return () => window.removeEventListener('scroll', remember);
  }, [isListShown]);
  return place;
}

function isInSight(target: HTMLElement | null): boolean {
  if (target === null) return true;
  const { top, bottom } = target.getBoundingClientRect();
  return bottom > 0 && top < window.innerHeight;
}

/**
 * The list, or the card of the chosen element in its place; closing leads back to that element in the list. Where the
 * board is shown (`isShown` false) the list keeps to itself.
 */
export function ListWithCard({ isShown, children }: { isShown: boolean; children: ReactNode }) {
  const view = useMapView();
  const { select } = view;
  const selected = isShown ? view.selected : null;
  const from = useRef<string | null>(null);
  const place = useListPlace(selected === null);
  const article = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    if (selected === null) return;
    from.current ??= selected;
    if (place.current !== null) article.current?.scrollIntoView({ block: 'start' });
  }, [selected, place]);
  const heading = useCardFocus(selected, (elementId) => {
    const isSamePlace = from.current === elementId && place.current !== null;
    from.current = null;
    const target = findInList(elementId);
    if (isSamePlace) window.scrollTo(0, place.current ?? 0);
    // Opened from the search: its place in the list may be far from where the reader was.
    if (!isSamePlace || !isInSight(target)) target?.scrollIntoView({ block: 'center' });
    target?.focus({ preventScroll: true });
  });
  return (
    <>
      <div hidden={selected !== null}>{children}</div>
      {selected !== null && (
        <>
          <div className={styles.back}>
            <Button onClick={() => select(null)}>
              <span aria-hidden="true">←</span> {nlMap.card.backToList}
            </Button>
          </div>
          <article ref={article} className={styles.listCard}>
            <div className={styles.card}>
              <ElementCard
                key={selected}
                elementId={selected}
                place="list"
                headingRef={heading}
                notes={<CardNotes elementId={selected} />}
              />
            </div>
          </article>
        </>
      )}
    </>
  );
}
