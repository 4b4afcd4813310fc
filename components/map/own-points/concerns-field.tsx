'use client';
import { useMemo, useState } from 'react';
import { TextField } from '@/components/ui/field';
import { MAX_CONCERNS } from '@/lib/api/map-contracts';
import type { SchemaGraph } from '@/lib/domain/graph/schema-graph';
import { nlMap } from '@/lib/messages/nl-map';
import { inWords } from '../element-names';
import { useMapData } from '../map-data';
import styles from './own-points.module.css';

const words = nlMap.own;
type Option = { id: string; text: string };

/** Layers, blocks and groups in reading order: what the points of the report concern too. */
function optionsOf(graph: SchemaGraph, nameOf: (id: string) => { number: string; label: string } | null): Option[] {
  return [...graph.nodes.values()]
    .filter(({ kind }) => kind === 'layer' || kind === 'block' || kind === 'group')
    .sort((a, b) => a.order - b.order)
    .map(({ id, label }) => ({ id, text: inWords(nameOf(id) ?? { number: '', label }) }));
}

/** Which parts of the schema a point is about: boxes to tick, with a field that finds them. What is ticked stays in sight. */
export function ConcernsField({
  chosen,
  onChange,
  error,
}: {
  chosen: readonly string[];
  onChange: (chosen: string[]) => void;
  error: string | null;
}) {
  const { schema } = useMapData();
  const [search, setSearch] = useState('');
  const options = useMemo(() => (schema ? optionsOf(schema.graph, schema.nameOf) : []), [schema]);
  const wanted = search.trim().toLocaleLowerCase('nl');
  const shown = options.filter(({ id, text }) => chosen.includes(id) || text.toLocaleLowerCase('nl').includes(wanted));
  const toggle = (id: string) => onChange(chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id]);
  return (
    <fieldset className={styles.concerns}>
      <legend>{words.concerns}</legend>
      <p className={styles.soft}>{words.concernsHint(MAX_CONCERNS)}</p>
      {error && (
        <p className={styles.error} role="alert">
          {error}
        </p>
      )}
      <TextField
        type="search"
        label={words.findBlocks}
        value={search}
        onChange={(event) => setSearch(event.target.value)}
      />
      <p role="status" className={styles.soft}>
        {words.found(shown.length)}, {words.chosen(chosen.length)}
      </p>
      <ul className={styles.options}>
        {shown.map(({ id, text }) => (
          <li key={id}>
            <label className={styles.option}>
              <input type="checkbox" checked={chosen.includes(id)} onChange={() => toggle(id)} />
              <span>{text}</span>
            </label>
          </li>
        ))}
      </ul>
    </fieldset>
  );
}
