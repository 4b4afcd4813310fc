'use client';
import { type FormEvent, useState } from 'react';
import { Button } from '@/components/ui/button';
import { TextField } from '@/components/ui/field';
import { MAX_MAP_NAME } from '@/lib/api/map-contracts';
import { nlMap } from '@/lib/messages/nl-map';
import { useMapData } from '../map-data';
import { useMapView } from '../map-view';
import styles from './reading.module.css';

const words = nlMap.views;

/** This person's own views: what is filtered now under a name, to apply later on any device. */
export function SavedViews() {
  const { own } = useMapData();
  const { settings, change } = useMapView();
  const [name, setName] = useState('');
  const [said, setSaid] = useState<{ problem: string | null; text: string }>({ problem: null, text: '' });
  const save = async (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() === '') return;
    const answer = await own.saveView(name.trim(), settings);
    setSaid(answer.ok ? { problem: null, text: words.saved } : { problem: answer.message, text: '' });
    if (answer.ok) setName('');
  };
  const remove = async (id: string) => {
    const answer = await own.deleteView(id);
    setSaid({ problem: answer.ok ? null : answer.message, text: '' });
  };
  return (
    <>
      {own.mine.views.length === 0 ? (
        <p className={styles.soft}>{words.none}</p>
      ) : (
        <ul className={styles.rows}>
          {own.mine.views.map((view) => (
            <li key={view.id} className={styles.row}>
              <Button variant="secondary" onClick={() => change(view.settings)}>
                {words.apply(view.name)}
              </Button>
              <Button variant="quiet" aria-label={words.remove(view.name)} onClick={() => void remove(view.id)}>
                {words.removeShort}
              </Button>
            </li>
          ))}
        </ul>
      )}
      <form className={styles.saveForm} onSubmit={(event) => void save(event)}>
        <TextField
          label={words.name}
          error={said.problem}
          value={name}
          maxLength={MAX_MAP_NAME}
          required
          onChange={(event) => setName(event.target.value)}
        />
        <Button type="submit">{words.save}</Button>
      </form>
      <p role="status" className={styles.soft}>
        {said.text}
      </p>
    </>
  );
}
