'use client';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { ConfirmButton } from '@/components/ui/confirm-button';
import type { SavedLoopView } from '@/lib/api/map-contracts';
import { findLoops } from '@/lib/domain/graph/find-loops';
import { nlCommon } from '@/lib/messages/nl';
import { nlGuide } from '@/lib/messages/nl-guide';
import { nlMap } from '@/lib/messages/nl-map';
import { useMapData } from '../map-data';
import { nameOf } from '../people-names';
import { LoopList, ShowLoop } from './loop-list';
import { NameDialog } from './name-dialog';
import styles from './reading.module.css';

const words = nlMap.loops;
const FEW = 8;

function RenameLoop({ loop }: { loop: SavedLoopView }) {
  const { commands } = useMapData();
  const [open, setOpen] = useState(false);
  const rename = async (name: string) => {
    const answer = await commands.renameLoop(loop.id, name);
    return answer.ok ? null : answer.message;
  };
  return (
    <>
      <Button variant="quiet" aria-label={words.of(words.rename, loop.name)} onClick={() => setOpen(true)}>
        {words.rename}
      </Button>
      {open && (
        <NameDialog
          title={words.renameTitle}
          first={loop.name}
          hint={words.nameHint}
          onName={rename}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
}

function SavedLoop({ loop }: { loop: SavedLoopView }) {
  const { state, canWrite, commands } = useMapData();
  const mayChange = canWrite && (loop.author === state.me.key || state.me.role === 'facilitator');
  const remove = async () => {
    const answer = await commands.deleteLoop(loop.id);
    return answer.ok ? null : answer.message;
  };
  return (
    <li className={styles.row}>
      <div className={styles.rowText}>
        <strong>{loop.name}</strong>
        <span className={styles.soft}>{words.by(nameOf(state, loop.author))}</span>
      </div>
      <div className={styles.rowActions}>
        <ShowLoop elementIds={loop.elementIds} name={loop.name} />
        {mayChange && (
          <>
            <RenameLoop loop={loop} />
            <ConfirmButton
              label={words.remove}
              accessibleLabel={words.of(words.remove, loop.name)}
              variant="quiet"
              title={words.removeTitle}
              confirmLabel={words.remove}
              cancelLabel={nlCommon.cancel}
              danger
              onConfirm={remove}
            >
              <p>{words.removeText}</p>
            </ConfirmButton>
          </>
        )}
      </div>
    </li>
  );
}

/** Loops the group saved under a name, and those found in the schema. */
export function Loops() {
  const { schema, group } = useMapData();
  const found = schema ? findLoops(schema.graph) : [];
  return (
    <>
      <p className={styles.soft}>{nlGuide.loops.intro}</p>
      <h4>{words.saved}</h4>
      {group.map.loops.length === 0 ? (
        <p className={styles.soft}>{words.noneSaved}</p>
      ) : (
        <ul className={styles.rows}>
          {group.map.loops.map((loop) => (
            <SavedLoop key={loop.id} loop={loop} />
          ))}
        </ul>
      )}
      <h4>{words.found}</h4>
      <LoopList loops={found.slice(0, FEW)} />
      {found.length > FEW && (
        <details>
          <summary>{words.more(found.length)}</summary>
          <LoopList loops={found.slice(FEW)} />
        </details>
      )}
    </>
  );
}
