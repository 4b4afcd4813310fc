'use client';
import { ElementLink } from '@/components/map/element-link';
import { useSteadyMap } from '@/components/map/map-data';
import { nlListLive } from '@/lib/messages/nl-list';
import styles from './schema-list.module.css';

/** Intervention points that the group itself added on these elements; never to be mistaken for the report's. */
export function OwnPoints({ ids }: { ids: string[] }) {
  const { ownPoints } = useSteadyMap();
  const here = ownPoints.filter(({ concerns }) => concerns.some((id) => ids.includes(id)));
  if (here.length === 0) return null;
  return (
    <div className={styles.ownPoints}>
      <p className={styles.small}>
        {nlListLive.ownPoints} ({nlListLive.notFromReport}):
      </p>
      <ul>
        {here.map(({ id, number, label }) => (
          <li key={id} data-element={id}>
            <ElementLink elementId={id} data-command="element.open">
              <span className={styles.ownBall}>{number}</span> <span className={styles.ballLabel}>{label}</span>
            </ElementLink>
          </li>
        ))}
      </ul>
    </div>
  );
}
