'use client';
import { useCallback, useEffect, useRef, useSyncExternalStore } from 'react';
import type { NoteView } from '@/lib/collab/notes-index';
import { useSharedBoard } from './board-link';

const NONE: readonly NoteView[] = [];
const same = (a: readonly unknown[], b: readonly unknown[]): boolean =>
  a.length === b.length && a.every((value, at) => value === b[at]);

/** Notes of these elements, in this order, oldest first within each; null stands for the loose ones. Opens the board. */
export function useNotesOn(elementIds: readonly (string | null)[]): readonly NoteView[] {
  const link = useSharedBoard();
  useEffect(() => void link.need(), [link]);
  const last = useRef<{ parts: readonly (readonly NoteView[])[]; all: readonly NoteView[] }>({ parts: [], all: NONE });
  const read = (): readonly NoteView[] => {
    const parts = elementIds.map(link.notesOn);
    if (!same(parts, last.current.parts)) last.current = { parts, all: parts.flat() };
    return last.current.all;
  };
  return useSyncExternalStore(link.subscribeNotes, read, () => NONE);
}

export type NoteCounts = {
  /** notes attached to exactly this element */
  on: (elementId: string | null) => number;
  /** elements with a note attached; the same set until one is added or gone */
  noted: ReadonlySet<string>;
};

const NOBODY: ReadonlySet<string> = new Set();

/** How many notes every element has. Opens the board. */
export function useNotes(): NoteCounts {
  const link = useSharedBoard();
  useEffect(() => void link.need(), [link]);
  const noted = useRef(NOBODY);
  const read = (): ReadonlySet<string> => {
    const ids = [...(link.getView().open?.notes.elements.keys() ?? [])].filter((id) => id !== null).sort();
    if (!same(ids, [...noted.current])) noted.current = new Set(ids);
    return noted.current;
  };
  const current = useSyncExternalStore(link.subscribeNotes, read, () => NOBODY);
  const on = useCallback((elementId: string | null) => link.notesOn(elementId).length, [link]);
  return { on, noted: current };
}

/** How many notes these elements have together; follows every change. */
export function useNoteCount(elementIds: readonly string[]): number {
  const link = useSharedBoard();
  useEffect(() => void link.need(), [link]);
  const count = (): number => elementIds.reduce((sum, id) => sum + link.notesOn(id).length, 0);
  return useSyncExternalStore(link.subscribeNotes, count, () => 0);
}
