'use client';
import { useState } from 'react';
import { useMapView } from '@/components/map/map-view';
import { Button } from '@/components/ui/button';
import { DialogActions } from '@/components/ui/dialog';
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

/** What is in the window of the search: the field and what it found. */
export function SearchWindow({ workshopId, onDone }: { workshopId: string; onDone: () => void }) {
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
