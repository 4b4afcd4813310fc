'use client';
import {
  type FormEvent,
  type KeyboardEvent,
  type ReactNode,
  useEffect,
  useId,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import { Button } from '@/components/ui/button';
import { MAX_TEXT_LENGTH, NOTE_COLOURS, type NoteColour } from '@/lib/collab/records';
import { nlCanvas } from '@/lib/messages/nl-canvas';
import { nlNotes } from '@/lib/messages/nl-notes';
import styles from './notes.module.css';

/** The number of characters left is said from here on; before that it is only shown. */
const NEARLY_FULL = 100;

function Colours({ value, onChange }: { value: NoteColour; onChange: (colour: NoteColour) => void }) {
  const name = useId();
  return (
    <fieldset className={styles.colours}>
      <legend>{nlNotes.colours}</legend>
      {NOTE_COLOURS.map((colour) => (
        <label key={colour} className={styles.colour} data-colour={colour}>
          <input
            type="radio"
            name={name}
            value={colour}
            checked={colour === value}
            data-command="note.recolour"
            onChange={() => onChange(colour)}
          />
          <span className={styles.swatch} aria-hidden="true" />
          {nlCanvas.noteColours[colour]}
        </label>
      ))}
    </fieldset>
  );
}

type Written = { text: string; colour: NoteColour };
type Props = {
  label: string;
  first: Written;
  saveLabel?: string;
  /** what has to be known before saving */
  warning?: ReactNode;
  onChange?: (text: string) => void;
  /** the sentence of what stopped it, or null when it is saved; the text stays until then */
  onSave: (written: Written) => Promise<string | null> | string | null;
  onCancel: () => void;
};

/** The field takes the focus, and when it leaves with the form, the note or the place around it takes it over. */
function useFieldFocus() {
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    const element = field.current;
    element?.focus();
    element?.setSelectionRange(element.value.length, element.value.length);
  }, []);
  useLayoutEffect(() => {
    const form = field.current?.form;
    const around = form?.closest<HTMLElement>('[data-note], [data-notes-of]');
    return () => {
      if (form?.contains(document.activeElement)) around?.focus({ preventScroll: true });
    };
  }, []);
  return field;
}

/** Writing a note: text, colour, and how much room is left. Ctrl+Enter saves, Escape leaves. */
export function NoteForm({ label, first, saveLabel = nlNotes.save, warning, onChange, onSave, onCancel }: Props) {
  const id = useId();
  const field = useFieldFocus();
  const [text, setText] = useState(first.text);
  const [colour, setColour] = useState(first.colour);
  const [problem, setProblem] = useState<string | null>(null);
  const left = MAX_TEXT_LENGTH - text.length;
  const save = async (): Promise<void> => {
    const found = text.trim() === '' ? nlNotes.empty : await onSave({ text, colour });
    setProblem(found);
    if (found) field.current?.focus();
  };
  const handleSubmit = (event: FormEvent): void => {
    event.preventDefault();
    void save();
  };
  const handleKey = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') {
      event.stopPropagation();
      event.preventDefault();
      onCancel();
    }
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) handleSubmit(event);
  };
  return (
    <form className={styles.form} onSubmit={handleSubmit} onKeyDown={handleKey}>
      <label className={styles.formLabel} htmlFor={id}>
        {label}
      </label>
      <p className={styles.hint} id={`${id}-hint`}>
        {nlNotes.addHint}
      </p>
      {warning && <p className={styles.warning}>{warning}</p>}
      {problem && (
        <p className={styles.problem} id={`${id}-problem`} role="alert">
          {problem}
        </p>
      )}
      <textarea
        ref={field}
        id={id}
        className={styles.field}
        rows={3}
        maxLength={MAX_TEXT_LENGTH}
        spellCheck
        value={text}
        aria-invalid={problem ? true : undefined}
        aria-describedby={`${id}-hint ${id}-left${problem ? ` ${id}-problem` : ''}`}
        onChange={(event) => {
          setText(event.target.value);
          onChange?.(event.target.value);
        }}
      />
      <p className={styles.left} id={`${id}-left`} role={left <= NEARLY_FULL ? 'status' : undefined}>
        {nlNotes.left(left)}
      </p>
      <Colours value={colour} onChange={setColour} />
      <div className={styles.formActions}>
        <Button type="submit" variant="primary">
          {saveLabel}
        </Button>
        <Button variant="quiet" onClick={onCancel}>
          {nlNotes.cancel}
        </Button>
      </div>
    </form>
  );
}
