'use client';
import { type KeyboardEvent, useEffect, useMemo, useState } from 'react';
import { useBoardLink } from '@/components/board-link/board-link';
import { loadTemplate } from '@/components/board-link/load-template';
import { Button } from '@/components/ui/button';
import { Dialog, DialogActions } from '@/components/ui/dialog';
import { TextField } from '@/components/ui/field';
import type { Template } from '@/lib/domain/template/template';
import { nlNotes } from '@/lib/messages/nl-notes';
import { type ElementOption, elementOptions, findOptions } from './element-options';
import styles from './element-picker.module.css';

const words = nlNotes.picker;
/** More at once is no list to read. */
const SHOWN = 30;

function useOptions(): ElementOption[] | 'failed' | null {
  const { state, template: given, ownPoints } = useBoardLink();
  const [fetched, setFetched] = useState<Template | 'failed' | null>(null);
  useEffect(() => {
    if (given) return;
    let isCurrent = true;
    void loadTemplate(state.template).then((template) => {
      if (isCurrent) setFetched(template ?? 'failed');
    });
    return () => {
      isCurrent = false;
    };
  }, [given, state.template]);
  const template = given ?? fetched;
  return useMemo(
    () => (template === null || template === 'failed' ? template : elementOptions(template, ownPoints)),
    [template, ownPoints],
  );
}

function countWords(found: number): string {
  if (found === 0) return words.none;
  return found > SHOWN ? words.foundMany(SHOWN, found) : words.found(found);
}

/** Up and down walk through the field and what it found, as in any list of finds. */
function walk(event: KeyboardEvent<HTMLElement>): void {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
  const stops = [...event.currentTarget.querySelectorAll<HTMLElement>('input, [data-option]')];
  const at = stops.indexOf(document.activeElement as HTMLElement);
  const next = stops[at + (event.key === 'ArrowDown' ? 1 : -1)];
  if (at < 0 || !next) return;
  event.preventDefault();
  next.focus();
}

type Picked = (option: ElementOption) => void;

function Options({ options, onPick }: { options: ElementOption[]; onPick: Picked }) {
  const [typed, setTyped] = useState('');
  const found = useMemo(() => findOptions(options, typed), [options, typed]);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the arrow keys are an extra beside Tab
    <div className={styles.picker} onKeyDown={walk}>
      <TextField
        label={words.label}
        hint={words.hint}
        type="search"
        value={typed}
        maxLength={100}
        autoFocus
        onChange={(event) => setTyped(event.target.value)}
      />
      <p role="status" className={styles.count}>
        {countWords(found.length)}
      </p>
      <ul className={styles.options}>
        {found.slice(0, SHOWN).map((option) => (
          <li key={option.id}>
            <button type="button" className={styles.option} data-option={option.id} onClick={() => onPick(option)}>
              <span className={styles.label}>{option.label}</span>{' '}
              <span className={styles.where}>
                {words.kinds[option.kind]}
                {option.where && `, ${option.where}`}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** A window to choose an element by typing a word of it; all by keyboard. */
export function ElementPicker({ open, onPick, onClose }: { open: boolean; onPick: Picked; onClose: () => void }) {
  return (
    <Dialog open={open} title={words.title} onClose={onClose}>
      <PickerBody onPick={onPick} onClose={onClose} />
    </Dialog>
  );
}

function PickerBody({ onPick, onClose }: { onPick: Picked; onClose: () => void }) {
  const options = useOptions();
  return (
    <div className={styles.body}>
      {options === null && <p>{words.loading}</p>}
      {options === 'failed' && <p role="alert">{words.failed}</p>}
      {Array.isArray(options) && <Options options={options} onPick={onPick} />}
      <DialogActions>
        <Button onClick={onClose}>{words.close}</Button>
      </DialogActions>
    </div>
  );
}
