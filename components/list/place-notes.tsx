'use client';
import { useMemo } from 'react';
import { useNotes } from '@/components/board-link/use-notes';
import { inWords } from '@/components/map/element-names';
import { useSteadyMap } from '@/components/map/map-data';
import { NotesOnElement } from '@/components/notes/notes-on-element';
import { nlListLive } from '@/lib/messages/nl-list';
import styles from './schema-list.module.css';

function useName(): (id: string) => string {
  const { schema } = useSteadyMap();
  return useMemo(() => {
    const nameOf = schema?.nameOf;
    return (id) => {
      const name = nameOf?.(id);
      return name ? inWords(name) : '';
    };
  }, [schema]);
}

/** Notes of a layer or block, and of what lies in it. */
export function PlaceNotes({ id, name, insideIds }: { id: string; name: string; insideIds: string[] }) {
  const nameOf = useName();
  const inside = useMemo(
    () => insideIds.map((elementId) => ({ id: elementId, label: nameOf(elementId) })),
    [insideIds, nameOf],
  );
  return <NotesOnElement elementId={id} name={name} inside={inside} />;
}

/** Notes that belong nowhere yet. */
export function LooseNotes() {
  return (
    <section className={styles.loose} aria-labelledby="losse-notities">
      <h2 id="losse-notities">{nlListLive.looseTitle}</h2>
      <p className={styles.small}>{nlListLive.looseHint}</p>
      <NotesOnElement elementId={null} name={nlListLive.looseName} sayNone />
    </section>
  );
}

/** Notes on what the list shows as a ball in several places: each once. */
export function NotesOnPoints() {
  const { schema, ownPoints } = useSteadyMap();
  const { noted } = useNotes();
  const nameOf = useName();
  const points = [...(schema?.template.interventionPoints ?? []), ...ownPoints];
  const here = points.filter(({ id }) => noted.has(id));
  if (here.length === 0) return null;
  return (
    <section className={styles.loose} aria-labelledby="notities-bij-punten">
      <h2 id="notities-bij-punten">{nlListLive.onPointsTitle}</h2>
      {here.map(({ id }) => (
        <div key={id} className={styles.onPoint}>
          <h3>{nameOf(id)}</h3>
          <NotesOnElement elementId={id} name={nameOf(id)} />
        </div>
      ))}
    </section>
  );
}
