'use client';
import type { WorkshopState } from '@/lib/api/contracts';
import { nlWorkshop } from '@/lib/messages/nl-workshop';
import styles from '../frame/session-menu.module.css';
import { useMenuClosing } from '../frame/use-menu-closing';
import { PeopleList } from './people-list';

/** 'Wie is hier', hanging from the bar. */
export function PeopleMenu({ state }: { state: WorkshopState }) {
  const ref = useMenuClosing();
  const count = state.people.filter(({ here }) => here).length;
  return (
    <details ref={ref} className={styles.menu}>
      <summary>{nlWorkshop.peopleHere(count)}</summary>
      <div className={`${styles.sheet} ${styles.roomy}`}>
        <h2 className={styles.sheetTitle}>{nlWorkshop.whoIsHere}</h2>
        <PeopleList state={state} />
      </div>
    </details>
  );
}
