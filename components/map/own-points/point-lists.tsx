'use client';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import type { OwnPointView } from '@/lib/api/map-contracts';
import { nlMap } from '@/lib/messages/nl-map';
import { PointLink } from '../card/card-lists';
import { useMapData } from '../map-data';
import { OwnPointDialog } from './own-point-dialog';
import styles from './own-points.module.css';

const words = nlMap.own;

function FromReport() {
  const { schema } = useMapData();
  if (!schema) return null;
  const { clusters, interventionPoints } = schema.template;
  return clusters.map(({ id, number, label }) => (
    <details key={id} className={styles.cluster}>
      <summary>
        {number}. {label}
      </summary>
      <ul className={styles.points}>
        {interventionPoints
          .filter(({ clusterId }) => clusterId === id)
          .map((point) => (
            <li key={point.id}>
              <PointLink name={{ id: point.id, kind: 'intervention', number: point.number, label: point.label }} />
            </li>
          ))}
      </ul>
    </details>
  ));
}

type Removed = { point: OwnPointView; problem: string | null };

function OwnRow({
  point,
  onEdit,
  onRemoved,
}: {
  point: OwnPointView;
  onEdit: () => void;
  onRemoved: (removed: Removed) => void;
}) {
  const { state, canWrite, commands } = useMapData();
  const mayChange = canWrite && (point.author === state.me.key || state.me.role === 'facilitator');
  const remove = async () => {
    const answer = await commands.removeOwnPoint(point.id);
    onRemoved({ point, problem: answer.ok ? null : answer.message });
  };
  return (
    <li className={styles.own}>
      <PointLink name={{ id: point.id, kind: 'own', number: point.number, label: point.label }} />
      {mayChange && (
        <span className={styles.ownActions}>
          <Button variant="quiet" aria-label={`${words.edit} ${point.number}`} onClick={onEdit}>
            {words.edit}
          </Button>
          <Button variant="quiet" aria-label={`${words.remove} ${point.number}`} onClick={() => void remove()}>
            {words.remove}
          </Button>
        </span>
      )}
    </li>
  );
}

/** What was just removed, with the way back. */
function RemovedBar({ removed, onDone }: { removed: Removed; onDone: (next: Removed | null) => void }) {
  const { commands } = useMapData();
  const restore = async () => {
    const answer = await commands.restoreOwnPoint(removed.point.id);
    onDone(answer.ok ? null : { ...removed, problem: answer.message });
  };
  return (
    <p className={styles.removed} role="status">
      {removed.problem ?? words.removed(removed.point.number)}{' '}
      {!removed.problem && (
        <Button variant="quiet" aria-label={words.undoPoint(removed.point.number)} onClick={() => void restore()}>
          {words.undo}
        </Button>
      )}
    </p>
  );
}

/** The intervention points of the report per cluster, and those of the group with the way to add one. */
export function PointLists() {
  const { group, canWrite } = useMapData();
  const [form, setForm] = useState<{ point: OwnPointView | null } | null>(null);
  const [removed, setRemoved] = useState<Removed | null>(null);
  const { ownPoints } = group.map;
  return (
    <>
      <h4>{words.fromGroup}</h4>
      {ownPoints.length === 0 ? (
        <p className={styles.soft}>{words.none}</p>
      ) : (
        <ul className={styles.points}>
          {ownPoints.map((point) => (
            <OwnRow key={point.id} point={point} onEdit={() => setForm({ point })} onRemoved={setRemoved} />
          ))}
        </ul>
      )}
      {removed && <RemovedBar removed={removed} onDone={setRemoved} />}
      {canWrite && (
        <p>
          <Button onClick={() => setForm({ point: null })}>{words.add}</Button>
        </p>
      )}
      <h4>{words.fromReport}</h4>
      <FromReport />
      {form && <OwnPointDialog point={form.point} onClose={() => setForm(null)} />}
    </>
  );
}
