'use client';
import { type ReactNode, useState } from 'react';
import { useCommand } from '@/components/live/use-command';
import { Alert } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';
import { ButtonLink } from '@/components/ui/button-link';
import { paths } from '@/lib/api/contracts';
import { nlSession } from '@/lib/messages/nl';
import { nlJoin } from '@/lib/messages/nl-join';
import styles from './returning-person.module.css';

/** This device is already somebody here: go on, or be somebody else. */
export function ReturningPerson({
  name,
  workshopId,
  children,
}: {
  name: string;
  workshopId: string;
  children: ReactNode;
}) {
  const [other, setOther] = useState(false);
  const { busy, problem, run } = useCommand();
  // The server gives the known person back to a device, whatever name it sends: so first it has to let go.
  const letGo = async () => {
    const answer = await run('POST', paths.api.someoneElse(workshopId), {});
    setOther(answer.ok);
  };
  if (other) return children;
  return (
    <div className={styles.returning}>
      <p className={styles.sentence}>{nlJoin.returningTitle(name)}</p>
      <div className={styles.actions}>
        <ButtonLink variant="primary" large href={paths.workshop(workshopId)}>
          {nlJoin.returningButton(name)}
        </ButtonLink>
        <Button large busy={busy} onClick={() => void letGo()}>
          {nlSession.someoneElse}
        </Button>
      </div>
      {problem && (
        <Alert kind="error" live>
          {problem}
        </Alert>
      )}
    </div>
  );
}
