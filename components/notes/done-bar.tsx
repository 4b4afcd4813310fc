'use client';
import { useEffect, useRef } from 'react';
import { useBoardLink, useLinkView } from '@/components/board-link/board-link';
import { nlNotes } from '@/lib/messages/nl-notes';
import styles from './notes.module.css';

/** `steps` is how many steps there were to undo right after it. */
export type Done = { sentence: string; steps: number };

/** What was just done, with the way back for as long as that would take back just this. Takes the focus. */
export function DoneBar({ done, onUndone }: { done: Done; onUndone: () => void }) {
  const { actions } = useBoardLink();
  const { open } = useLinkView();
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => ref.current?.focus(), []);
  const canUndo = open?.history.steps === done.steps;
  return (
    <div ref={ref} tabIndex={-1} className={`${styles.done} no-print`}>
      <p>{done.sentence}</p>
      {canUndo && (
        <button
          type="button"
          className={styles.action}
          data-command="undo"
          onClick={() => {
            actions.undo();
            onUndone();
          }}
        >
          {nlNotes.undo}
        </button>
      )}
    </div>
  );
}
