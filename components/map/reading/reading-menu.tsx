'use client';
import { type ReactNode, useId } from 'react';
import { Button } from '@/components/ui/button';
import { nlMap } from '@/lib/messages/nl-map';
import { PointLists } from '../own-points/point-lists';
import { CoverageList } from './coverage-list';
import { Filters } from './filters';
import { Loops } from './loops';
import styles from './reading.module.css';
import { SavedViews } from './saved-views';
import { useSidePanel } from './use-side-panel';

function Section({ title, open = false, children }: { title: string; open?: boolean; children: ReactNode }) {
  return (
    <details className={styles.section} open={open}>
      <summary>
        <h3>{title}</h3>
      </summary>
      <div className={styles.body}>{children}</div>
    </details>
  );
}

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
            <Section title={nlMap.reading.filters} open>
              <Filters />
            </Section>
            <Section title={nlMap.own.title}>
              <PointLists />
            </Section>
            <Section title={nlMap.loops.title}>
              <Loops />
            </Section>
            <Section title={nlMap.views.title}>
              <SavedViews />
            </Section>
            <Section title={nlMap.coverage.title}>
              <CoverageList />
            </Section>
          </div>
        </section>
      )}
    </>
  );
}
