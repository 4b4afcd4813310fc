'use client';
import { type FormEvent, useState } from 'react';
import { useCommand } from '@/components/live/use-command';
import { Alert } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { paths, type WorkshopState } from '@/lib/api/contracts';
import { nlCommon } from '@/lib/messages/nl';
import { nlWorkshopForm } from '@/lib/messages/nl-home';
import { nlManage } from '@/lib/messages/nl-manage';
import styles from './manage.module.css';
import { readWorkshop, WorkshopFields } from './workshop-fields';

/** Title, purpose and perspectives, to change while the workshop runs. */
export function ManageDetails({ state }: { state: WorkshopState }) {
  const { busy, problem, run } = useCommand();
  const [error, setError] = useState<string | null>(null);
  const [saved, setSaved] = useState(false);
  // As the page found them: what others change meanwhile must not overwrite what is being typed.
  const [details] = useState({ title: state.title, purpose: state.purpose, perspectives: state.perspectives });
  const handleSubmit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const next = readWorkshop(event.currentTarget);
    setSaved(false);
    setError(next.title ? null : nlWorkshopForm.titleMissing);
    if (!next.title) return;
    const answer = await run('PATCH', paths.api.workshop(state.id), next);
    setSaved(answer.ok);
  };
  return (
    <Card id="gegevens" title={nlManage.detailsTitle}>
      <form method="post" className={styles.form} onSubmit={(event) => void handleSubmit(event)} noValidate>
        <WorkshopFields details={details} error={error} />
        {problem && (
          <Alert kind="error" live>
            {problem}
          </Alert>
        )}
        {saved && (
          <Alert kind="ok" live>
            {nlWorkshopForm.saved}
          </Alert>
        )}
        <div>
          <Button type="submit" variant="primary" busy={busy}>
            {busy ? nlCommon.busy : nlWorkshopForm.save}
          </Button>
        </div>
      </form>
    </Card>
  );
}
