'use client';
import { type ReactNode, useState } from 'react';
import { Button } from '@/components/ui/button';
import { nlEvidence } from '@/lib/messages/nl-evidence';
import styles from './evidence.module.css';

/** The first few of a long list, and a button for all of them. */
export function ShowAll<Item>({
  items,
  first,
  label,
  keyOf,
  children,
}: {
  items: readonly Item[];
  /** how many show at once; a list that is one longer is shown whole */
  first: number;
  label: (count: number) => string;
  keyOf: (item: Item) => string;
  children: (item: Item) => ReactNode;
}) {
  const [all, setAll] = useState(false);
  const isLong = items.length > first + 1;
  return (
    <>
      <ul className={styles.list}>
        {(isLong && !all ? items.slice(0, first) : items).map((item) => (
          <li key={keyOf(item)}>{children(item)}</li>
        ))}
      </ul>
      {isLong && (
        <div className={styles.more}>
          <Button variant="quiet" aria-expanded={all} onClick={() => setAll(!all)}>
            {all ? nlEvidence.showFewer : label(items.length)}
          </Button>
        </div>
      )}
    </>
  );
}
