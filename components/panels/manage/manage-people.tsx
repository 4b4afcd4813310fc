'use client';
import { type FormEvent, useState } from 'react';
import { useCommand } from '@/components/live/use-command';
import { Alert } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { ConfirmButton } from '@/components/ui/confirm-button';
import { type PersonView, paths, type WorkshopState } from '@/lib/api/contracts';
import { nlCommon } from '@/lib/messages/nl';
import { nlManage } from '@/lib/messages/nl-manage';
import { PersonFields, readPerson } from '../join/person-fields';
import styles from './manage.module.css';

function PersonRow({
  person,
  workshopId,
  onRemoved,
}: {
  person: PersonView;
  workshopId: string;
  onRemoved: (sentence: string) => void;
}) {
  const { run } = useCommand();
  const remove = async () => {
    const answer = await run('DELETE', paths.api.participant(workshopId, person.id));
    if (!answer.ok) return answer.message;
    onRemoved(nlManage.removed(person.name));
    return null;
  };
  const role = person.role === 'participant' ? null : nlCommon.role[person.role];
  return (
    <li className={styles.person}>
      <span>
        <strong>{person.name}</strong>
        <span className={styles.about}>
          {[person.perspective, role, person.here ? nlManage.here : nlManage.away].filter(Boolean).join(', ')}
        </span>
      </span>
      {person.role !== 'facilitator' && (
        <ConfirmButton
          label={nlManage.remove}
          accessibleLabel={nlManage.removeName(person.name)}
          title={nlManage.removeTitle(person.name)}
          confirmLabel={nlManage.remove}
          cancelLabel={nlCommon.cancel}
          danger
          onConfirm={remove}
        >
          <p>{nlManage.removeText}</p>
        </ConfirmButton>
      )}
    </li>
  );
}

function TakePart({ state }: { state: WorkshopState }) {
  const { busy, problem, run } = useCommand();
  const [error, setError] = useState<string | null>(null);
  const [open, setOpen] = useState(false);
  const handleSubmit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const person = readPerson(event.currentTarget);
    setError(person.error);
    if (!person.error)
      await run('POST', paths.api.takePart(state.id), { name: person.name, perspective: person.perspective });
  };
  if (state.me.participantId) return <p role="status">{nlManage.takePartDone(state.me.name)}</p>;
  if (!open)
    return (
      <div>
        <Button onClick={() => setOpen(true)}>{nlManage.takePart}</Button>
      </div>
    );
  return (
    <form method="post" className={styles.form} onSubmit={(event) => void handleSubmit(event)} noValidate>
      <p>{nlManage.takePartText}</p>
      <PersonFields perspectives={state.perspectives} error={error} autoFocus />
      {problem && (
        <Alert kind="error" live>
          {problem}
        </Alert>
      )}
      <div className={styles.actions}>
        <Button type="submit" variant="primary" busy={busy}>
          {busy ? nlCommon.busy : nlManage.takePart}
        </Button>
        <Button onClick={() => setOpen(false)}>{nlCommon.cancel}</Button>
      </div>
    </form>
  );
}

/** Who takes part, live; removing somebody takes effect at once. */
export function ManagePeople({ state }: { state: WorkshopState }) {
  const [removed, setRemoved] = useState<string | null>(null);
  const here = state.people.filter((person) => person.here).length;
  const alone = state.people.every(({ role }) => role === 'facilitator');
  return (
    <Card id="mensen" title={nlManage.peopleTitle}>
      {alone ? (
        <p>{nlManage.noPeople}</p>
      ) : (
        <p className={styles.soft}>{nlManage.peopleCount(here, state.people.length)}</p>
      )}
      <ul className={styles.people}>
        {state.people.map((person) => (
          <PersonRow key={person.id} person={person} workshopId={state.id} onRemoved={setRemoved} />
        ))}
      </ul>
      <p role="status">{removed}</p>
      {!state.closedAt && <TakePart state={state} />}
    </Card>
  );
}
