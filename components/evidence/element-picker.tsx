'use client';
import { useId, useState } from 'react';
import { TextField } from '@/components/ui/field';
import { nlPicker } from '@/lib/messages/nl-evidence';
import { filterOptions, type OptionGroup } from './element-options';
import styles from './element-picker.module.css';

const ROWS = 8;

/** Choosing one element: type to narrow, arrows to choose; both are the browser's own controls. */
export function ElementPicker({ groups, name, error }: { groups: OptionGroup[]; name: string; error: string | null }) {
  const id = useId();
  const [query, setQuery] = useState('');
  const found = filterOptions(groups, query);
  const count = found.reduce((sum, { options }) => sum + options.length, 0);
  return (
    <div className={styles.picker}>
      <TextField
        label={nlPicker.search}
        type="search"
        value={query}
        onChange={(event) => setQuery(event.currentTarget.value)}
      />
      <p role="status" className={styles.count}>
        {count === 0 ? nlPicker.none : nlPicker.found(count)}
      </p>
      <label className={styles.label} htmlFor={id}>
        {nlPicker.list}
      </label>
      {error && (
        <p id={`${id}-error`} className={styles.error}>
          {error}
        </p>
      )}
      <select
        id={id}
        name={name}
        size={ROWS}
        className={styles.select}
        aria-invalid={error ? true : undefined}
        aria-describedby={error ? `${id}-error` : undefined}
      >
        {found.map((group) => (
          <optgroup key={group.id} label={group.label}>
            {group.options.map((option) => (
              <option key={option.id} value={option.id}>
                {option.label}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
    </div>
  );
}
