'use client';
import { useEffect, useId, useMemo, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import type { Template } from '@/lib/domain/template/template';
import { nlGuide, type TourStep, tourOf } from '@/lib/messages/nl-guide';
import { useMapView } from '../map-view';
import styles from './guide.module.css';

const words = nlGuide.tour;

/** What a step points at stays bright on the board; nothing moves. */
function useSpotlight(step: TourStep | undefined, isOnBoard: boolean): void {
  const { spotlight } = useMapView();
  useEffect(() => {
    const target = step?.target;
    spotlight(isOnBoard && target && 'element' in target ? [target.element] : null);
    return () => spotlight(null);
  }, [step, isOnBoard, spotlight]);
}

/** Escape ends it wherever nothing else is to be closed by it. */
function useEscape(onEnd: () => void): void {
  useEffect(() => {
    const handle = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented || document.querySelector('dialog[open]')) return;
      onEnd();
    };
    document.addEventListener('keydown', handle);
    return () => document.removeEventListener('keydown', handle);
  }, [onEnd]);
}

/** Whether a step points at the lower half of the schema: the box then lies above it. */
function pointsLow(template: Template, step: TourStep): boolean {
  const { target } = step;
  const layer = 'element' in target ? template.layers.find(({ id }) => id === target.element) : undefined;
  return layer !== undefined && layer.track !== 'column' && layer.order <= template.layers.length / 2;
}

/** A few sentences from the bottom of the schema up: beside the board, or as a box above the list. */
export function Tour({ template, place, onEnd }: { template: Template; place: 'board' | 'list'; onEnd: () => void }) {
  const steps = useMemo(() => tourOf(template), [template]);
  const [at, setAt] = useState(0);
  const box = useRef<HTMLElement>(null);
  const id = useId();
  const step = steps[at];
  const isLast = at === steps.length - 1;
  useSpotlight(step, place === 'board');
  useEscape(onEnd);
  useEffect(() => {
    // Who is already busy elsewhere on the page keeps the focus there.
    if (document.activeElement === document.body) box.current?.focus({ preventScroll: true });
  }, []);
  if (!step) return null;
  return (
    <section
      ref={box}
      tabIndex={-1}
      className={`${styles.tour} ${place === 'board' ? styles.onBoard : styles.inList} no-print`}
      data-high={pointsLow(template, step) ? '' : undefined}
      aria-labelledby={id}
    >
      <div className={styles.tourHead}>
        <h2 id={id}>{words.title}</h2>
        <span className={styles.soft}>{words.progress(at + 1, steps.length)}</span>
      </div>
      <p role="status">{step.text}</p>
      <div className={styles.tourActions}>
        <Button variant="primary" onClick={() => (isLast ? onEnd() : setAt(at + 1))}>
          {isLast ? words.done : words.next}
        </Button>
        {at > 0 && <Button onClick={() => setAt(at - 1)}>{words.back}</Button>}
        {!isLast && (
          <Button variant="quiet" onClick={onEnd}>
            {words.skip}
          </Button>
        )}
      </div>
    </section>
  );
}
