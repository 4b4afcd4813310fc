'use client';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import type { Loop } from '@/lib/domain/graph/find-loops';
import { nlGuide } from '@/lib/messages/nl-guide';
import { nlMap } from '@/lib/messages/nl-map';
import { useMapData } from '../map-data';
import { useMapView } from '../map-view';
import { isSameLoop } from '../same-loop';
import { NameDialog } from './name-dialog';
import styles from './reading.module.css';

const words = nlMap.loops;

/** Shows a loop on board and list by fading the rest, and stops showing it. */
export function ShowLoop({ elementIds, name }: { elementIds: readonly string[]; name: string }) {
  const { settings, change } = useMapView();
  const isShown = settings.loop !== null && isSameLoop(settings.loop, elementIds);
  return (
    <Button
      variant="quiet"
      aria-pressed={isShown}
      aria-label={words.of(isShown ? words.hide : words.show, name)}
      onClick={() => change({ loop: isShown ? null : [...elementIds] })}
    >
      {isShown ? words.hide : words.show}
    </Button>
  );
}

function SaveLoop({ loop, name }: { loop: Loop; name: string }) {
  const { commands } = useMapData();
  const [open, setOpen] = useState(false);
  const save = async (chosen: string) => {
    const answer = await commands.saveLoop(chosen, loop.elementIds);
    return answer.ok ? null : answer.message;
  };
  return (
    <>
      <Button variant="quiet" aria-label={words.of(words.save, name)} onClick={() => setOpen(true)}>
        {words.save}
      </Button>
      {open && (
        <NameDialog
          title={words.saveTitle}
          first={name.slice(0, 60)}
          hint={words.nameHint}
          onName={save}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
}

/** Loops found in the schema, under the name the group gave them when it saved one. */
export function LoopList({ loops }: { loops: readonly Loop[] }) {
  const { schema, group, canWrite } = useMapData();
  return (
    <ul className={styles.rows}>
      {loops.map((loop) => {
        const saved = group.map.loops.find(({ elementIds }) => isSameLoop(elementIds, loop.elementIds));
        const name = nlGuide.loopName(loop.name);
        const path = loop.elementIds.map((id) => schema?.nameOf(id)?.number || schema?.nameOf(id)?.label);
        return (
          <li key={loop.key} className={styles.row}>
            <div className={styles.rowText}>
              <strong>{saved?.name ?? name}</strong>
              <span className={styles.soft}>{words.through(path.join(' → '))}</span>
            </div>
            <div className={styles.rowActions}>
              <ShowLoop elementIds={loop.elementIds} name={saved?.name ?? name} />
              {canWrite && loop.elementIds.length > 1 && !saved && <SaveLoop loop={loop} name={name} />}
            </div>
          </li>
        );
      })}
    </ul>
  );
}
