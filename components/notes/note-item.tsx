'use client';
import { type ReactNode, useId, useLayoutEffect, useRef } from 'react';
import { useMapView } from '@/components/map/map-view';
import { evidencePaths } from '@/lib/api/evidence-contracts';
import type { NoteView } from '@/lib/collab/notes-index';
import { nlCanvas } from '@/lib/messages/nl-canvas';
import { nlNotes } from '@/lib/messages/nl-notes';
import styles from './notes.module.css';

export type NoteItemActions = {
  onEdit: () => void;
  onMove: () => void;
  onDetach: () => void;
  /** absent on what somebody else wrote */
  onRemove: (() => void) | undefined;
};

/** When the thing that has the focus leaves the page, the place it stood in takes it over. */
function useFocusFallback() {
  const ref = useRef<HTMLLIElement>(null);
  useLayoutEffect(() => {
    const item = ref.current;
    const place = item?.closest<HTMLElement>('[data-notes-of]');
    return () => {
      if (item?.contains(document.activeElement)) place?.focus({ preventScroll: true });
    };
  }, []);
  return ref;
}

function Action({
  command,
  describedBy,
  onClick,
  children,
}: {
  command: string;
  describedBy: string;
  onClick: () => void;
  children: ReactNode;
}) {
  return (
    <button
      type="button"
      className={styles.action}
      data-command={command}
      aria-describedby={describedBy}
      onClick={onClick}
    >
      {children}
    </button>
  );
}

function Actions({ note, textId, actions }: { note: NoteView; textId: string; actions: NoteItemActions }) {
  const isLoose = note.attached === null;
  return (
    <div className={`${styles.actions} no-print`}>
      <Action command="note.edit" describedBy={textId} onClick={actions.onEdit}>
        {nlNotes.edit}
      </Action>
      <Action command={isLoose ? 'note.attach' : 'note.move'} describedBy={textId} onClick={actions.onMove}>
        {isLoose ? nlNotes.attach : nlNotes.move}
      </Action>
      {!isLoose && (
        <Action command="note.detach" describedBy={textId} onClick={actions.onDetach}>
          {nlNotes.detach}
        </Action>
      )}
      {actions.onRemove && (
        <Action command="note.delete" describedBy={textId} onClick={actions.onRemove}>
          {nlNotes.remove}
        </Action>
      )}
    </div>
  );
}

type Props = {
  note: NoteView;
  author: string;
  /** the point or group within the place that it belongs to */
  where: string | undefined;
  /** null for who only reads */
  actions: NoteItemActions | null;
  /** in place of the note, while somebody writes in it */
  form: ReactNode;
};

/** One note: what it says, who wrote it, its colour in a word, and what can be done with it. */
export function NoteItem({ note, author, where, actions, form }: Props) {
  const textId = useId();
  const ref = useFocusFallback();
  const { workshopId } = useMapView();
  return (
    <li ref={ref} tabIndex={-1} className={styles.note} data-note={note.key} data-colour={note.colour}>
      {form ?? (
        <>
          <p className={styles.text} id={textId}>
            {note.text}
          </p>
          <p className={styles.about}>
            <span>
              {nlNotes.by} <strong>{author}</strong>
            </span>
            <span>{nlNotes.colour(nlCanvas.noteColours[note.colour])}</span>
            {where !== undefined && <span>{nlNotes.inside(where)}</span>}
            {note.source && (
              <a href={evidencePaths.passage(workshopId, note.source.passageId)}>{nlNotes.source(note.source.label)}</a>
            )}
          </p>
          {actions && <Actions note={note} textId={textId} actions={actions} />}
        </>
      )}
    </li>
  );
}
