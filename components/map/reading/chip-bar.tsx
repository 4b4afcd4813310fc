'use client';
import { useRef } from 'react';
import { Button } from '@/components/ui/button';
import { PLAIN_VIEW, type ViewSettings } from '@/lib/api/map-contracts';
import { nlMap } from '@/lib/messages/nl-map';
import { OWN_CLUSTER } from '../bright';
import { inWords } from '../element-names';
import { type MapData, useMapData } from '../map-data';
import { useMapView } from '../map-view';
import { isSameLoop } from '../same-loop';
import styles from './reading.module.css';

const words = nlMap.reading;
type Chip = { key: string; label: string; without: Partial<ViewSettings> };

function familyChips({ families }: ViewSettings): Chip[] {
  const plain = PLAIN_VIEW.families;
  const changed = (Object.keys(plain) as (keyof typeof plain)[]).filter((key) => families[key] !== plain[key]);
  return changed.map((key) => ({
    key,
    label: families[key] ? words.family[key] : words.familyChip(words.family[key]),
    without: { families: { ...families, [key]: plain[key] } },
  }));
}

function followChip({ schema }: MapData, { follow }: ViewSettings): Chip[] {
  if (!follow) return [];
  const name = schema?.nameOf(follow.elementId);
  const direction = { up: nlMap.card.followUp, down: nlMap.card.followDown, both: nlMap.card.followBoth };
  const label = words.followChip(name ? inWords(name) : '', direction[follow.direction].toLowerCase());
  return [{ key: 'follow', label, without: { follow: null } }];
}

function loopChip({ group }: MapData, { loop }: ViewSettings): Chip[] {
  if (!loop) return [];
  const saved = group.map.loops.find(({ elementIds }) => isSameLoop(elementIds, loop));
  return [{ key: 'loop', label: saved?.name ?? words.loopChip, without: { loop: null } }];
}

/** Every setting that differs from the plain view, in words, with the settings that take it away. */
function chipsOf(data: MapData, settings: ViewSettings): Chip[] {
  const { clusters, only } = settings;
  const clusterLabel = (id: string) =>
    id === OWN_CLUSTER
      ? words.ownCluster
      : (data.schema?.template.clusters.find((cluster) => cluster.id === id)?.label ?? id);
  return [
    ...clusters.map((id) => ({
      key: id,
      label: words.clusterChip(clusterLabel(id)),
      without: { clusters: clusters.filter((one) => one !== id) },
    })),
    ...(only ? [{ key: only, label: words.onlyChip(words.onlyWords[only]), without: { only: null } }] : []),
    ...followChip(data, settings),
    ...loopChip(data, settings),
    ...familyChips(settings),
  ];
}

/** Says what is filtered as long as something is, and takes it away. */
export function ChipBar() {
  const data = useMapData();
  const { settings, change } = useMapView();
  const chips = chipsOf(data, settings);
  const bar = useRef<HTMLElement>(null);
  if (chips.length === 0) return null;
  // What was pressed is gone afterwards: the focus stays with the bar, or goes to the page when the bar goes too.
  const take = (without: Partial<ViewSettings>, isLast: boolean): void => {
    (isLast ? document.querySelector('main') : bar.current)?.focus({ preventScroll: true });
    change(without);
  };
  return (
    <section ref={bar} tabIndex={-1} className={styles.chips} aria-label={words.chips}>
      <ul>
        {chips.map(({ key, label, without }) => (
          <li key={key}>
            <button
              type="button"
              className={styles.chip}
              aria-label={words.removeChip(label)}
              onClick={() => take(without, chips.length === 1)}
            >
              {label} <span aria-hidden="true">✕</span>
            </button>
          </li>
        ))}
      </ul>
      <Button variant="quiet" onClick={() => take(PLAIN_VIEW, true)}>
        {words.showAll}
      </Button>
    </section>
  );
}
