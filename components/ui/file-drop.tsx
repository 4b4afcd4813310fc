'use client';
import { type DragEvent, useEffect, useId, useRef, useState } from 'react';
import { Button } from './button';
import styles from './file-drop.module.css';

/** A file that lands beside the area would open in the place of the page. */
function keepPage(): () => void {
  const stay = (event: Event) => event.preventDefault();
  window.addEventListener('dragover', stay);
  window.addEventListener('drop', stay);
  return () => {
    window.removeEventListener('dragover', stay);
    window.removeEventListener('drop', stay);
  };
}

/** One file, by button or by dropping it. The button is the way for everybody; dropping is extra. */
export function FileDrop({
  button,
  hint,
  dropHint,
  accept,
  busy = false,
  onFile,
}: {
  button: string;
  hint: string;
  dropHint: string;
  /** as the `accept` of an input */
  accept: string;
  busy?: boolean;
  onFile: (file: File) => void;
}) {
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const hintId = useId();
  useEffect(keepPage, []);
  const take = (files: FileList | null) => {
    const [file] = files ?? [];
    if (file && !busy) onFile(file);
  };
  const handleDrop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer.files);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is extra, the button inside does the same
    <div
      className={`${styles.area} ${over ? styles.over : ''}`}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={handleDrop}
    >
      <input
        ref={input}
        type="file"
        accept={accept}
        hidden
        tabIndex={-1}
        onChange={(event) => {
          take(event.currentTarget.files);
          // The same file again is a choice too.
          event.currentTarget.value = '';
        }}
      />
      <Button variant="primary" busy={busy} aria-describedby={hintId} onClick={() => input.current?.click()}>
        {button}
      </Button>
      <p id={hintId} className={styles.hint}>
        {hint}
      </p>
      <p className={`${styles.hint} ${styles.drop}`}>{dropHint}</p>
    </div>
  );
}
