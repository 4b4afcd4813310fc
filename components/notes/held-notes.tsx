'use client';
import { createContext, type RefObject, useContext, useLayoutEffect, useRef, useState } from 'react';
import type { NoteView } from '@/lib/collab/notes-index';
import type { RecordKey } from '@/lib/collab/records';

type Held = { count: number; show: () => void; root: () => HTMLElement | null };

/**
 * Others' new notes wait here while they would move what the reader has in hand: in the place where the focus is, and in
 * every place before it. They come when the reader asks for them.
 */
export class HeldNotes {
  readonly #places = new Map<object, Held>();
  readonly #listeners = new Set<() => void>();
  #total = 0;

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };
  getTotal = (): number => this.#total;

  set(place: object, held: Held | null): void {
    if (held === null || held.count === 0) this.#places.delete(place);
    else this.#places.set(place, held);
    const total = [...this.#places.values()].reduce((sum, { count }) => sum + count, 0);
    if (total === this.#total) return;
    this.#total = total;
    for (const listener of this.#listeners) listener();
  }

  /** Puts them in; returns the first place they went to, in reading order. */
  showAll(): HTMLElement | null {
    const places = [...this.#places.values()];
    const roots = places.map(({ root }) => root()).filter((root) => root !== null);
    for (const { show } of places) show();
    roots.sort((a, b) => (a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1));
    return roots[0] ?? null;
  }
}

export const HeldNotesContext = createContext<HeldNotes | null>(null);

/** Whether something new at `root` would come under, or push down, what has the focus. */
function wouldMoveReader(root: HTMLElement): boolean {
  const list = root.closest('[data-schema-list]');
  const active = document.activeElement;
  if (!list || !active || active === document.body || !list.contains(active) || !root.checkVisibility()) return false;
  return root.contains(active) || (root.compareDocumentPosition(active) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
}

const NOTHING: ReadonlySet<RecordKey> = new Set();

/** The notes to show now; what others add meanwhile is held back where a list asks for that. */
export function useHeldNotes(
  root: RefObject<HTMLElement | null>,
  notes: readonly NoteView[],
  isLoaded: boolean,
  isMine: (note: NoteView) => boolean,
): readonly NoteView[] {
  const held = useContext(HeldNotesContext);
  const [waiting, setWaiting] = useState(NOTHING);
  const known = useRef<Set<RecordKey> | null>(null);
  const place = useRef({});
  useLayoutEffect(() => {
    if (!held || !isLoaded || !root.current) return;
    const before = known.current;
    const news = before === null ? [] : notes.filter((note) => !before.has(note.key) && !isMine(note));
    const isHeld = news.length > 0 && wouldMoveReader(root.current);
    const next = isHeld ? new Set(news.map(({ key }) => key)) : NOTHING;
    known.current = new Set(notes.map(({ key }) => key).filter((key) => !next.has(key)));
    setWaiting((now) => (now.size === 0 && next.size === 0 ? now : next));
    held.set(place.current, {
      count: next.size,
      root: () => root.current,
      show: () => {
        for (const key of next) known.current?.add(key);
        setWaiting(NOTHING);
        held.set(place.current, null);
      },
    });
  }, [held, isLoaded, notes, isMine, root]);
  useLayoutEffect(() => {
    const { current } = place;
    return () => held?.set(current, null);
  }, [held]);
  return waiting.size === 0 ? notes : notes.filter(({ key }) => !waiting.has(key));
}
