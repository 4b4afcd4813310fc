'use client';
import { useId } from 'react';
import { onDemand } from '@/components/on-demand/on-demand';
import { Button } from '@/components/ui/button';
import { nlMap } from '@/lib/messages/nl-map';
import styles from './reading.module.css';
import { useSidePanel } from './use-side-panel';

const ReadingParts = onDemand(() => import('./reading-parts').then((file) => file.ReadingParts));

/** 'Lezen': what this person sees clearly, loops, intervention points, and what nobody opened yet. */
export function ReadingMenu() {
  const { open, toggle, close, panel, button, onKeyDown } = useSidePanel();
  const id = useId();
  return (
    <>
      <span ref={button}>
        <Button data-command="view.filter" aria-expanded={open} aria-controls={open ? id : undefined} onClick={toggle}>
          {nlMap.reading.open}
        </Button>
      </span>
      {open && (
        <section
          ref={panel}
          id={id}
          tabIndex={-1}
          className={styles.panel}
          aria-labelledby={`${id}-title`}
          onKeyDown={onKeyDown}
        >
          <div className={styles.bar}>
            <h2 id={`${id}-title`}>{nlMap.reading.title}</h2>
            <button type="button" className={styles.close} aria-label={nlMap.reading.close} onClick={close}>
              <span aria-hidden="true">✕</span>
            </button>
          </div>
          <div className={styles.scroll}>
            <ReadingParts />
          </div>
        </section>
      )}
    </>
  );
}
