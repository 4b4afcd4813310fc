'use client';
import type { ReactNode } from 'react';
import { nlMap } from '@/lib/messages/nl-map';
import { PointLists } from '../own-points/point-lists';
import { CoverageList } from './coverage-list';
import { Filters } from './filters';
import { Loops } from './loops';
import styles from './reading.module.css';
import { SavedViews } from './saved-views';

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

/** What is in the panel: filters, points, loops, saved views, and what nobody opened yet. */
export function ReadingParts() {
  return (
    <>
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
    </>
  );
}
