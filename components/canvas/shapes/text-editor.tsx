import { type CSSProperties, useEffect, useLayoutEffect, useRef } from 'react';
import { useEditor } from 'tldraw';
import { MAX_TEXT_LENGTH } from '@/lib/collab/records';
import { diffText, movePlace } from '@/lib/collab/text-change';
import { nlCanvas } from '@/lib/messages/nl-canvas';
import styles from './people.module.css';

type TextEditorProps = {
  value: string;
  label: string;
  className: string;
  style?: CSSProperties;
  onChange: (text: string) => void;
};

/** A plain text field on the canvas. When somebody else types in the same text, the caret stays where it was in the text. */
export function TextEditor({ value, label, className, style, onChange }: TextEditorProps) {
  const field = useRef<HTMLTextAreaElement>(null);
  const editor = useEditor();
  useEffect(() => {
    const element = field.current;
    element?.focus({ preventScroll: true });
    element?.setSelectionRange(element.value.length, element.value.length);
  }, []);
  useLayoutEffect(() => {
    const element = field.current;
    // The field leaves with the focus in it; keys then go on working on the board.
    return () => {
      if (element && document.activeElement === element) editor.getContainer().focus({ preventScroll: true });
    };
  }, [editor]);
  useLayoutEffect(() => {
    const element = field.current;
    if (!element || element.value === value) return;
    const change = diffText(element.value, value);
    const { selectionStart, selectionEnd } = element;
    element.value = value;
    if (change && document.activeElement === element)
      element.setSelectionRange(movePlace(selectionStart, change), movePlace(selectionEnd, change));
  }, [value]);
  return (
    <>
      <textarea
        ref={field}
        defaultValue={value}
        className={className}
        style={style}
        aria-label={label}
        placeholder={nlCanvas.placeholder}
        maxLength={MAX_TEXT_LENGTH}
        spellCheck
        onChange={(event) => onChange(event.currentTarget.value)}
        onPointerDown={(event) => event.stopPropagation()}
        onTouchStart={(event) => event.stopPropagation()}
        onTouchEnd={(event) => event.stopPropagation()}
      />
      <p className={styles.hint}>{nlCanvas.hint}</p>
    </>
  );
}
