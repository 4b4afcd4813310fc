'use client';
import { useNoteCount } from '@/components/board-link/use-notes';
import { useSteadyMap } from '@/components/map/map-data';
import { nlListLive } from '@/lib/messages/nl-list';
import styles from './schema-list.module.css';

/** How many notes and fact cards these elements have; nothing while there are none. */
export function LiveCounts({ ids }: { ids: string[] }) {
  const notes = useNoteCount(ids);
  const { facts } = useSteadyMap();
  const found = facts.filter(({ elementId }) => ids.includes(elementId)).length;
  return (
    <>
      {notes > 0 && (
        <span className={styles.noteCount} data-note-count={notes}>
          {nlListLive.notes(notes)}
        </span>
      )}
      {found > 0 && <span className={styles.factCount}>{nlListLive.facts(found)}</span>}
    </>
  );
}
