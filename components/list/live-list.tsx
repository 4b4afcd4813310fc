'use client';
import { type ReactNode, useEffect, useState, useSyncExternalStore } from 'react';
import { useBoardLink, useLinkView } from '@/components/board-link/board-link';
import { HeldNotes, HeldNotesContext } from '@/components/notes/held-notes';
import { saveLabel } from '@/lib/collab/save-state';
import { nlCanvas } from '@/lib/messages/nl-canvas';
import { nlListLive } from '@/lib/messages/nl-list';
import { ListTrouble } from './list-trouble';
import styles from './live-list.module.css';
import { useSaid } from './use-said';

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

type UndoKey = 'undo' | 'redo' | null;

function undoKey(event: KeyboardEvent): UndoKey {
  if (!(event.ctrlKey || event.metaKey) || event.altKey || isTyping(event.target)) return null;
  const key = event.key.toLowerCase();
  if (key === 'z') return event.shiftKey ? 'redo' : 'undo';
  return key === 'y' ? 'redo' : null;
}

/** The keys of undo and redo, in the list as on the board; the board has its own. */
function useUndoKeys(onUndo: (what: 'undo' | 'redo') => void): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      const what = undoKey(event);
      const board = document.querySelector('.tl-canvas');
      if (!what || event.defaultPrevented || board?.checkVisibility()) return;
      event.preventDefault();
      onUndo(what);
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [onUndo]);
}

/** Goes to the first of what came in, with everything around it opened. */
function goTo(place: HTMLElement | null): void {
  for (let at: HTMLElement | null = place; at; at = at.parentElement) {
    if (at instanceof HTMLDetailsElement) at.open = true;
  }
  place?.focus();
}

function News({ held, done }: { held: HeldNotes; done: string }) {
  const total = useSyncExternalStore(held.subscribe, held.getTotal, () => 0);
  const { save } = useLinkView();
  const isLost = save.connection === 'offline' || save.connection === 'stopped';
  const news = total > 0 ? nlListLive.news(total) : '';
  const said = useSaid([news, isLost ? nlCanvas.save[saveLabel(save)] : '', done].filter(Boolean).join('. '));
  return (
    <div className={`${styles.news} no-print`} data-on={said !== '' || total > 0 ? '' : undefined}>
      <p role="status">{said}</p>
      {total > 0 && (
        <button type="button" className={styles.show} data-command="notes.show" onClick={() => goTo(held.showAll())}>
          {nlListLive.show}
        </button>
      )}
    </div>
  );
}

/** What makes the list live: others' notes, one's own history, and what could not be saved. */
export function LiveList({ children }: { children: ReactNode }) {
  const { actions } = useBoardLink();
  const [held] = useState(() => new HeldNotes());
  const [done, setDone] = useState('');
  const [onUndo] = useState(() => (what: 'undo' | 'redo') => {
    actions[what]();
    setDone(what === 'undo' ? nlListLive.undone : nlListLive.redone);
  });
  useEffect(() => {
    if (done === '') return;
    const timer = setTimeout(() => setDone(''), 4_000);
    return () => clearTimeout(timer);
  }, [done]);
  useUndoKeys(onUndo);
  return (
    <HeldNotesContext.Provider value={held}>
      {children}
      <ListTrouble />
      <News held={held} done={done} />
    </HeldNotesContext.Provider>
  );
}
