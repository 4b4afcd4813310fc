'use client';
import { useEffect, useState } from 'react';
import { useMapView } from '@/components/map/map-view';
import { Button } from '@/components/ui/button';
import { Dialog, DialogActions } from '@/components/ui/dialog';
import { TextField } from '@/components/ui/field';
import { nlSearch } from '@/lib/messages/nl-search';
import styles from './search.module.css';
import { type OpenHit, SearchResults } from './search-results';
import { MAX_QUERY, type SearchState, useSearch } from './use-search';

/** One sentence for who cannot see the list grow. */
function spoken(state: SearchState): string {
  if (state.phase === 'busy') return nlSearch.searching;
  if (state.phase !== 'found') return '';
  const total = state.answer.groups.reduce((sum, group) => sum + group.total, 0);
  return total === 0 ? nlSearch.none(state.answer.query) : nlSearch.found(total);
}

function Search({ workshopId, onDone }: { workshopId: string; onDone: () => void }) {
  const [typed, setTyped] = useState('');
  const { state, again } = useSearch(workshopId, typed);
  const { select } = useMapView();
  const handleOpen: OpenHit = ({ opens: { elementId } }) => {
    if (!elementId) return false;
    onDone();
    select(elementId);
    return true;
  };
  return (
    <>
      <search>
        <form onSubmit={(event) => event.preventDefault()}>
          <TextField
            type="search"
            label={nlSearch.label}
            hint={nlSearch.hint}
            value={typed}
            maxLength={MAX_QUERY}
            enterKeyHint="search"
            autoFocus
            onChange={(event) => setTyped(event.target.value)}
          />
        </form>
      </search>
      <p role="status" className={styles.status}>
        {spoken(state)}
      </p>
      <SearchResults workshopId={workshopId} state={state} again={again} onOpen={handleOpen} />
      <DialogActions>
        <Button onClick={onDone}>{nlSearch.close}</Button>
      </DialogActions>
    </>
  );
}

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
        <Search workshopId={workshopId} onDone={() => setOpen(false)} />
      </Dialog>
    </>
  );
}
