'use client';
import { useEffect, useState } from 'react';
import { onDemand } from '@/components/on-demand/on-demand';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { nlSearch } from '@/lib/messages/nl-search';

const SearchWindow = onDemand(() => import('./search-window').then((file) => file.SearchWindow));

/** A key typed in a field is text; anywhere else '/' opens the search. */
function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
  );
}

/** The search button of the bar with its window; the same in board and list. */
export function SearchBox({ workshopId }: { workshopId: string }) {
  const [open, setOpen] = useState(false);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      if (document.querySelector('dialog[open]')) return;
      event.preventDefault();
      setOpen(true);
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
  return (
    <>
      <Button aria-keyshortcuts="/" data-command="search" onClick={() => setOpen(true)}>
        {nlSearch.open}
      </Button>
      <Dialog open={open} title={nlSearch.title} wide onClose={() => setOpen(false)}>
        <SearchWindow workshopId={workshopId} onDone={() => setOpen(false)} />
      </Dialog>
    </>
  );
}
