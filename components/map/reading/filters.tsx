'use client';
import type { ViewSettings } from '@/lib/api/map-contracts';
import { nlMap } from '@/lib/messages/nl-map';
import { OWN_CLUSTER } from '../bright';
import { useMapData } from '../map-data';
import { useMapView } from '../map-view';
import styles from './reading.module.css';

const words = nlMap.reading;
const FAMILIES = Object.keys(words.family) as (keyof ViewSettings['families'])[];
const ONLY = Object.keys(words.onlyWords) as NonNullable<ViewSettings['only']>[];

function Clusters() {
  const { schema, group } = useMapData();
  const { settings, change } = useMapView();
  const rows = [
    ...(schema?.template.clusters ?? []).map(({ id, number, label }) => ({ id, label: `${number}. ${label}` })),
    ...(group.map.ownPoints.length > 0 ? [{ id: OWN_CLUSTER, label: words.ownCluster }] : []),
  ];
  const toggle = (id: string) => {
    const { clusters } = settings;
    change({ clusters: clusters.includes(id) ? clusters.filter((one) => one !== id) : [...clusters, id] });
  };
  return (
    <fieldset className={styles.group}>
      <legend>{words.clusters}</legend>
      {rows.map(({ id, label }) => (
        <label key={id} className={styles.choice}>
          <input type="checkbox" checked={settings.clusters.includes(id)} onChange={() => toggle(id)} />
          <span>{label}</span>
        </label>
      ))}
    </fieldset>
  );
}

function Families() {
  const { settings, change } = useMapView();
  const { families } = settings;
  return (
    <fieldset className={styles.group}>
      <legend>{words.families}</legend>
      {FAMILIES.map((family) => (
        <label key={family} className={styles.choice}>
          <input
            type="checkbox"
            checked={families[family]}
            onChange={() => change({ families: { ...families, [family]: !families[family] } })}
          />
          <span>{words.family[family]}</span>
        </label>
      ))}
    </fieldset>
  );
}

function Only() {
  const { settings, change } = useMapView();
  const options = [null, ...ONLY];
  return (
    <fieldset className={styles.group}>
      <legend>{words.only}</legend>
      {options.map((only) => (
        <label key={only ?? ''} className={styles.choice}>
          <input type="radio" name="only" checked={settings.only === only} onChange={() => change({ only })} />
          <span>{only ? words.onlyWords[only] : words.everything}</span>
        </label>
      ))}
    </fieldset>
  );
}

/** What this person wants to see clearly; the rest fades. */
export function Filters() {
  return (
    <>
      <p className={styles.soft}>{words.filtersHint}</p>
      <Clusters />
      <Only />
      <Families />
    </>
  );
}
