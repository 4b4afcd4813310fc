'use client';
import { useRef, useState } from 'react';
import { useBoardLink } from '@/components/board-link/board-link';
import { Button } from '@/components/ui/button';
import type { RecordKey } from '@/lib/collab/records';
import { nlNotes } from '@/lib/messages/nl-notes';
import { NoteForm } from './note-form';
import styles from './notes.module.css';

type Props = {
  elementId: string | null;
  /** how the element is called */
  name: string;
  onAdded: (key: RecordKey) => void;
};

/** The button that becomes a form. What was written stays until it is saved, also when the place closes meanwhile. */
export function AddNote({ elementId, name, onAdded }: Props) {
  const { link, actions } = useBoardLink();
  const draftId = `add:${elementId ?? ''}`;
  const [isOpen, setIsOpen] = useState(() => link.drafts.has(draftId));
  const button = useRef<HTMLDivElement>(null);
  const close = (): void => {
    link.drafts.delete(draftId);
    setIsOpen(false);
  };
  if (!isOpen) {
    return (
      <div ref={button} className="no-print">
        <Button data-command="note.add" aria-label={nlNotes.addOn(name)} onClick={() => setIsOpen(true)}>
          {nlNotes.add}
        </Button>
      </div>
    );
  }
  return (
    <div className={`${styles.add} no-print`}>
      <NoteForm
        label={nlNotes.addLabel}
        first={{ text: link.drafts.get(draftId) ?? '', colour: 'yellow' }}
        onChange={(text) => link.drafts.set(draftId, text)}
        onSave={async ({ text, colour }) => {
          const key = await actions.add({ text: text.trim(), colour, attached: elementId });
          if (!key) return nlNotes.notNow;
          close();
          onAdded(key);
          return null;
        }}
        onCancel={() => {
          close();
          requestAnimationFrame(() => button.current?.querySelector('button')?.focus());
        }}
      />
    </div>
  );
}
