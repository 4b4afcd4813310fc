import { useId } from 'react';
import type { PersonView, WorkshopState } from '@/lib/api/contracts';
import { nlCommon } from '@/lib/messages/nl';
import { nlWorkshop } from '@/lib/messages/nl-workshop';
import styles from './people-list.module.css';

function Person({ person, isMe }: { person: PersonView; isMe: boolean }) {
  const about = [
    person.perspective,
    person.role === 'participant' ? null : nlCommon.role[person.role],
    isMe ? nlWorkshop.you : null,
  ];
  return (
    <li className={styles.person}>
      <span className={`${styles.presence} ${person.here ? styles.here : ''}`} aria-hidden="true" />
      <span>
        <strong>{person.name}</strong> <span className={styles.about}>{about.filter(Boolean).join(', ')}</span>
      </span>
    </li>
  );
}

/** Everybody in the workshop: who is here first, then who is not. */
export function PeopleList({ state }: { state: WorkshopState }) {
  const awayId = useId();
  const here = state.people.filter((person) => person.here);
  const away = state.people.filter((person) => !person.here);
  const isMe = ({ id }: PersonView) => state.me.key.endsWith(`:${id}`);
  return (
    <div className={styles.people}>
      {here.length === 0 ? (
        <p>{nlWorkshop.nobodyHere}</p>
      ) : (
        <ul>
          {here.map((person) => (
            <Person key={person.id} person={person} isMe={isMe(person)} />
          ))}
        </ul>
      )}
      {away.length > 0 && (
        <>
          <p className={styles.label} id={awayId}>
            {nlWorkshop.notHere}
          </p>
          <ul aria-labelledby={awayId}>
            {away.map((person) => (
              <Person key={person.id} person={person} isMe={isMe(person)} />
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
