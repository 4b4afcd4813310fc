'use client';
import { Button } from '@/components/ui/button';
import { nlReader } from '@/lib/messages/nl-evidence';
import styles from './reader.module.css';

const CONTENTS = 'data-contents';

function setAllOpen(open: boolean): void {
  for (const details of document.querySelectorAll<HTMLDetailsElement>(`[${CONTENTS}] details`)) details.open = open;
}

/** Folds all contents of a page out or in. */
export function FoldAll() {
  return (
    <div className={`${styles.actions} no-print`}>
      <Button variant="quiet" onClick={() => setAllOpen(true)}>
        {nlReader.openAll}
      </Button>
      <Button variant="quiet" onClick={() => setAllOpen(false)}>
        {nlReader.closeAll}
      </Button>
    </div>
  );
}
