import { type InputHTMLAttributes, type ReactNode, type TextareaHTMLAttributes, useId } from 'react';
import styles from './field.module.css';

type Words = { label: string; hint?: ReactNode; error?: string | null; note?: string };

function describedBy(id: string, { hint, error }: Words): string | undefined {
  return [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ') || undefined;
}

function Frame({ id, label, hint, error, note, children }: Words & { id: string; children: ReactNode }) {
  return (
    <div className={styles.field}>
      <label className={styles.label} htmlFor={id}>
        {label}
        {note && <span className={styles.note}> ({note})</span>}
      </label>
      {hint && (
        <p className={styles.hint} id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {error && (
        <p className={styles.error} id={`${id}-error`}>
          {error}
        </p>
      )}
      {children}
    </div>
  );
}

/** One line of text with its label, hint and error tied to it. */
export function TextField({ label, hint, error, note, ...input }: Words & InputHTMLAttributes<HTMLInputElement>) {
  const own = useId();
  const id = input.id ?? own;
  const words = { label, hint, error, note };
  return (
    <Frame id={id} {...words}>
      <input
        type="text"
        autoComplete="off"
        {...input}
        id={id}
        className={`${styles.input} ${input.className ?? ''}`}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy(id, words)}
      />
    </Frame>
  );
}

export function TextArea({ label, hint, error, note, ...input }: Words & TextareaHTMLAttributes<HTMLTextAreaElement>) {
  const own = useId();
  const id = input.id ?? own;
  const words = { label, hint, error, note };
  return (
    <Frame id={id} {...words}>
      <textarea
        rows={3}
        {...input}
        id={id}
        className={styles.input}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy(id, words)}
      />
    </Frame>
  );
}

export type ChoiceOption = { value: string; label: string };

/** Radios or check boxes under one legend; every option is a full target. */
export function Choices({
  legend,
  hint,
  name,
  type,
  options,
  defaultValues,
}: {
  legend: string;
  hint?: ReactNode;
  name: string;
  type: 'radio' | 'checkbox';
  options: ChoiceOption[];
  defaultValues?: string[];
}) {
  const id = useId();
  return (
    <fieldset className={styles.field} aria-describedby={hint ? `${id}-hint` : undefined}>
      <legend className={styles.label}>{legend}</legend>
      {hint && (
        <p className={styles.hint} id={`${id}-hint`}>
          {hint}
        </p>
      )}
      <div className={styles.choices}>
        {options.map((option) => (
          <label key={option.value} className={styles.choice}>
            <input
              type={type}
              name={name}
              value={option.value}
              defaultChecked={defaultValues?.includes(option.value)}
            />
            <span>{option.label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
