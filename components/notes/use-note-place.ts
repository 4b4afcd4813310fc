'use client';
import { type RefObject, useCallback, useState } from 'react';
import { useBoardLink } from '@/components/board-link/board-link';
import type { NoteOutcome } from '@/lib/collab/note-commands';
import type { NoteView } from '@/lib/collab/notes-index';
import type { RecordKey } from '@/lib/collab/records';
import { nlNotes } from '@/lib/messages/nl-notes';
import type { Done } from './done-bar';
import type { ElementOption } from './element-options';

/** What goes on in one place with notes: which one is written in or moved, and what was just done. */
export function useNotePlace(root: RefObject<HTMLElement | null>) {
  const { link, actions } = useBoardLink();
  const [editing, setEditing] = useState<NoteView | null>(null);
  const [moving, setMoving] = useState<NoteView | null>(null);
  const [done, setDone] = useState<Done | null>(null);
  const [isUsed, setUsed] = useState(false);

  const focusNote = useCallback(
    (key: RecordKey | null): void => {
      requestAnimationFrame(() => {
        const note = key && root.current?.querySelector<HTMLElement>(`[data-note="${CSS.escape(key)}"]`);
        (note || root.current)?.focus();
      });
    },
    [root],
  );
  const report = (outcome: NoteOutcome, sentence: string): void => {
    setUsed(true);
    const steps = link.getView().open?.history.steps ?? 0;
    setDone({ sentence: outcome.ok ? sentence : nlNotes.done.gone, steps: outcome.ok ? steps : -1 });
  };
  return {
    editing,
    moving,
    done,
    /** something was done here, so that it matters whether it is safe */
    isUsed,
    startEdit: (note: NoteView) => {
      setDone(null);
      setEditing(note);
    },
    endEdit: (key: RecordKey | null) => {
      setUsed(true);
      setEditing(null);
      focusNote(key);
    },
    startMove: setMoving,
    stopMove: () => setMoving(null),
    move: async ({ id, label }: ElementOption) => {
      const note = moving;
      setMoving(null);
      if (note) report(await actions.moveTo(note.key, id), nlNotes.done.moved(label));
    },
    detach: (note: NoteView) => report(actions.detach(note.key), nlNotes.done.detached),
    remove: (note: NoteView) => report(actions.remove(note.key), nlNotes.done.removed),
    undone: () => {
      setDone(null);
      focusNote(null);
    },
    added: (key: RecordKey) => {
      setUsed(true);
      setDone(null);
      focusNote(key);
    },
  };
}
export type NotePlaceState = ReturnType<typeof useNotePlace>;
