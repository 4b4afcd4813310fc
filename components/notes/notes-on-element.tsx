'use client';
import { useCallback, useMemo, useRef } from 'react';
import { useBoardLink, useLinkView } from '@/components/board-link/board-link';
import { useNotesOn } from '@/components/board-link/use-notes';
import type { NoteView } from '@/lib/collab/notes-index';
import { saveLabel } from '@/lib/collab/save-state';
import { nlCanvas } from '@/lib/messages/nl-canvas';
import { nlNotes } from '@/lib/messages/nl-notes';
import { AddNote } from './add-note';
import { DoneBar } from './done-bar';
import { EditNote } from './edit-note';
import { ElementPicker } from './element-picker';
import { useHeldNotes } from './held-notes';
import { NoteItem } from './note-item';
import styles from './notes.module.css';
import { type NotePlaceState, useNotePlace } from './use-note-place';

/** Notes of something within the place: a point of a block. */
export type InsideElement = { id: string; label: string };

type Props = {
  /** a layer, block, group, point, intervention point or own point; null for the loose notes */
  elementId: string | null;
  /** how the element is called, for who hears the page */
  name: string;
  /** what lies in it, when its notes belong here too */
  inside?: readonly InsideElement[];
  /** says so when there are none */
  sayNone?: boolean;
};

const NOTHING_INSIDE: readonly InsideElement[] = [];

/** The list, with the note that somebody writes in, also when it was taken away meanwhile. */
function shownWith(notes: readonly NoteView[], editing: NoteView | null): readonly NoteView[] {
  return editing && !notes.some(({ key }) => key === editing.key) ? [...notes, editing] : notes;
}

function Items({
  notes,
  place,
  inside,
}: {
  notes: readonly NoteView[];
  place: NotePlaceState;
  inside: Map<string, string>;
}) {
  const { link, state, canWrite, nameOf } = useBoardLink();
  return notes.map((note) => (
    <NoteItem
      key={note.key}
      note={note}
      author={nameOf(note.author)}
      where={note.attached === null ? undefined : inside.get(note.attached)}
      actions={
        canWrite
          ? {
              onEdit: () => place.startEdit(note),
              onMove: () => place.startMove(note),
              onDetach: () => place.detach(note),
              onRemove: note.author === state.me.key ? () => place.remove(note) : undefined,
            }
          : null
      }
      form={
        place.editing?.key === note.key ? (
          <EditNote
            note={link.getView().open?.notes.get(note.key) ?? null}
            first={place.editing}
            onSaved={place.endEdit}
            onCancel={() => place.endEdit(note.key)}
          />
        ) : null
      }
    />
  ));
}

function SaveLine() {
  const { save } = useLinkView();
  const label = saveLabel(save);
  return (
    <span className={`${styles.save} no-print`} data-state={label}>
      {nlCanvas.save[label]}
    </span>
  );
}

/** Notes on one element: to read, and for who may write to add, change, move, take off and remove. Live. */
export function NotesOnElement({ elementId, name, inside = NOTHING_INSIDE, sayNone = false }: Props) {
  const { link, state, canWrite } = useBoardLink();
  const { isLoaded } = useLinkView();
  const root = useRef<HTMLDivElement>(null);
  const place = useNotePlace(root);
  const ids = useMemo(() => [elementId, ...inside.map(({ id }) => id)], [elementId, inside]);
  const labels = useMemo(() => new Map(inside.map(({ id, label }) => [id, label])), [inside]);
  const isMine = useCallback(
    ({ key, author }: NoteView) => author === state.me.key || link.isOwn(key),
    [link, state.me.key],
  );
  const notes = shownWith(useHeldNotes(root, useNotesOn(ids), isLoaded, isMine), place.editing);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields of one form
    <div
      ref={root}
      role="group"
      aria-label={nlNotes.on(name)}
      tabIndex={-1}
      className={styles.notes}
      data-notes-of={elementId ?? 'loose'}
    >
      {canWrite && (
        <div className={styles.head}>
          <AddNote elementId={elementId} name={name} onAdded={place.added} />
          {place.isUsed && <SaveLine />}
        </div>
      )}
      {place.done && <DoneBar key={place.done.steps} done={place.done} onUndone={place.undone} />}
      {notes.length > 0 ? (
        <ul className={styles.list}>
          <Items notes={notes} place={place} inside={labels} />
        </ul>
      ) : (
        sayNone && isLoaded && <p className={styles.none}>{nlNotes.none}</p>
      )}
      {canWrite && (
        <ElementPicker
          open={place.moving !== null}
          onPick={(option) => void place.move(option)}
          onClose={place.stopMove}
        />
      )}
    </div>
  );
}
