'use client';
import { useState } from 'react';
import { useBoardLink } from '@/components/board-link/board-link';
import type { NoteView } from '@/lib/collab/notes-index';
import { nlNotes } from '@/lib/messages/nl-notes';
import { NoteForm } from './note-form';

type Props = {
  /** as it is now; null when somebody removed it meanwhile */
  note: NoteView | null;
  /** as it was when the writing began */
  first: NoteView;
  onSaved: (key: NoteView['key']) => void;
  onCancel: () => void;
};

/** Writing in a note that is there. What others write meanwhile stays, and what is written here is never overwritten. */
export function EditNote({ note, first, onSaved, onCancel }: Props) {
  const { actions } = useBoardLink();
  const [base] = useState(first);
  const warning =
    note === null ? nlNotes.goneMeanwhile : note.text === base.text ? undefined : nlNotes.changedMeanwhile;
  return (
    <NoteForm
      label={nlNotes.editLabel}
      first={{ text: base.text, colour: base.colour }}
      warning={warning}
      {...(note === null ? { saveLabel: nlNotes.saveAsNew } : {})}
      onSave={async ({ text, colour }) => {
        if (note === null) {
          const key = await actions.add({ text, colour, attached: base.attached, source: base.source ?? null });
          if (key) onSaved(key);
          return key ? null : nlNotes.notNow;
        }
        const outcome = actions.change(note.key, base, { text, colour });
        if (!outcome.ok) return outcome.refusal === 'empty' ? nlNotes.empty : nlNotes.notNow;
        onSaved(note.key);
        return null;
      }}
      onCancel={onCancel}
    />
  );
}
