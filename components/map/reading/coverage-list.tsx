'use client';
import { useMemo } from 'react';
import { coverage } from '@/lib/domain/graph/coverage';
import { nlMap } from '@/lib/messages/nl-map';
import { ElementLink } from '../element-link';
import { inWords } from '../element-names';
import { useMapData } from '../map-data';
import styles from './reading.module.css';

const words = nlMap.coverage;

/** Per layer what nobody in this workshop has opened yet, as links. */
export function CoverageList() {
  const { schema, group, own } = useMapData();
  const { opened } = group.map;
  const mine = own.mine.opened;
  const rows = useMemo(() => {
    if (!schema) return [];
    // What this person opened counts at once; the server tells of it a moment later.
    const all = { ...Object.fromEntries(mine.map((id) => [id, 1])), ...opened };
    return coverage(all, schema.template).filter(({ unopened }) => unopened.length > 0);
  }, [schema, opened, mine]);
  if (!schema) return <p className={styles.soft}>{nlMap.loading}</p>;
  return (
    <>
      <p className={styles.soft}>
        {rows.length === 0 ? words.done : words.meaning} {words.yours(mine.length)}
      </p>
      <ul className={styles.rows}>
        {rows.map(({ layerId, headings, headingsUnopened, unopened }) => {
          const layer = schema.nameOf(layerId);
          return (
            layer && (
              <li key={layerId}>
                <details>
                  <summary>
                    <strong>{inWords(layer)}</strong>: {words.layer(headingsUnopened, headings)}
                  </summary>
                  <ul className={styles.rows}>
                    {unopened.map((id) => {
                      const name = schema.nameOf(id);
                      return (
                        name && (
                          <li key={id}>
                            <ElementLink elementId={id}>{inWords(name)}</ElementLink>
                          </li>
                        )
                      );
                    })}
                  </ul>
                </details>
              </li>
            )
          );
        })}
      </ul>
    </>
  );
}
