'use client';
import { type FormEvent, useState } from 'react';
import { useCommand } from '@/components/live/use-command';
import { Alert } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';
import { type Joined, paths } from '@/lib/api/contracts';
import { nlCommon } from '@/lib/messages/nl';
import { nlJoin } from '@/lib/messages/nl-join';
import styles from './join-form.module.css';
import { PersonFields, readPerson } from './person-fields';

/** Coming in under a name; the join cookie says which link it is. */
export function JoinForm({ role, perspectives }: { role: 'participant' | 'observer'; perspectives: string[] }) {
  const { busy, problem, run } = useCommand();
  const [error, setError] = useState<string | null>(null);
  const handleSubmit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const person = readPerson(form);
    setError(person.error);
    if (person.error) {
      form.querySelector<HTMLInputElement>('[name="name"]')?.focus();
      return;
    }
    const answer = await run<Joined>('POST', paths.api.join, { name: person.name, perspective: person.perspective });
    if (answer.ok) window.location.assign(paths.workshop(answer.value.workshopId));
  };
  return (
    <form method="post" className={styles.form} onSubmit={(event) => void handleSubmit(event)} noValidate>
      <PersonFields perspectives={role === 'observer' ? [] : perspectives} error={error} />
      {problem && (
        <Alert kind="error" live>
          {problem}
        </Alert>
      )}
      <Button type="submit" variant="primary" large busy={busy}>
        {busy ? nlCommon.busy : role === 'observer' ? nlJoin.observerButton : nlJoin.button}
      </Button>
    </form>
  );
}
