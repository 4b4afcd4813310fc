'use client';
import { useEffect } from 'react';
import { Button } from '@/components/ui/button';
import { ButtonLink } from '@/components/ui/button-link';
import { nlList, nlWorkshop } from '@/lib/messages/nl-workshop';
import styles from './schema-list.module.css';

function setAllOpen(open: boolean): void {
  for (const details of document.querySelectorAll<HTMLDetailsElement>('[data-schema-list] details'))
    details.open = open;
}

/** A link to something inside a closed part opens that part first. */
function openTarget(): void {
  const target = document.getElementById(decodeURIComponent(window.location.hash.slice(1)));
  for (let at: Element | null = target; at; at = at.parentElement) {
    if (at instanceof HTMLDetailsElement) at.open = true;
  }
  target?.scrollIntoView();
}

/** Opening and closing everything, printing, and the way to the board. */
export function ListActions({ boardHref }: { boardHref: string }) {
  useEffect(() => {
    const openForPrint = () => setAllOpen(true);
    openTarget();
    window.addEventListener('hashchange', openTarget);
    window.addEventListener('beforeprint', openForPrint);
    return () => {
      window.removeEventListener('hashchange', openTarget);
      window.removeEventListener('beforeprint', openForPrint);
    };
  }, []);
  return (
    <div className={styles.actions}>
      <ButtonLink href={boardHref}>{nlWorkshop.asBoard}</ButtonLink>
      <Button variant="quiet" onClick={() => setAllOpen(true)}>
        {nlList.openAll}
      </Button>
      <Button variant="quiet" onClick={() => setAllOpen(false)}>
        {nlList.closeAll}
      </Button>
      <Button variant="quiet" onClick={() => window.print()}>
        {nlList.print}
      </Button>
    </div>
  );
}
