'use client';
import { type FormEvent, useState } from 'react';
import { useCommand } from '@/components/live/use-command';
import { Alert } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';
import type { ButtonVariant } from '@/components/ui/button-look';
import { Card } from '@/components/ui/card';
import { Choices } from '@/components/ui/field';
import { type CreatedWorkshop, paths } from '@/lib/api/contracts';
import type { TemplateSummary } from '@/lib/api/template-contracts';
import { nlCommon } from '@/lib/messages/nl';
import { nlHome, nlWorkshopForm } from '@/lib/messages/nl-home';
import { readWorkshop, WorkshopFields } from '../manage/workshop-fields';
import styles from './home-panels.module.css';

/** Only when there is something to choose. */
function TemplateChoice({ templates }: { templates: TemplateSummary[] }) {
  const newest = templates.filter((template) => template.newest);
  if (newest.length < 2) return null;
  return (
    <Choices
      legend={nlWorkshopForm.template}
      hint={nlWorkshopForm.templateHint}
      name="template"
      type="radio"
      options={newest.map(({ slug, title }) => ({ value: slug, label: title }))}
      defaultValues={newest.slice(0, 1).map(({ slug }) => slug)}
    />
  );
}

function chosenTemplate(form: HTMLFormElement): { template?: string } {
  const chosen = new FormData(form).get('template');
  return typeof chosen === 'string' ? { template: chosen } : {};
}

function NewWorkshopForm({ templates, onCancel }: { templates: TemplateSummary[]; onCancel: () => void }) {
  const { busy, problem, run } = useCommand();
  const [error, setError] = useState<string | null>(null);
  const handleSubmit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const details = readWorkshop(form);
    setError(details.title ? null : nlWorkshopForm.titleMissing);
    if (!details.title) {
      form.querySelector('input')?.focus();
      return;
    }
    const answer = await run<CreatedWorkshop>('POST', paths.api.workshops, { ...details, ...chosenTemplate(form) });
    if (answer.ok) window.location.assign(paths.manage(answer.value.workshopId));
  };
  return (
    <form method="post" className={styles.form} onSubmit={(event) => void handleSubmit(event)} noValidate>
      <p>{nlHome.createLead}</p>
      <WorkshopFields error={error} />
      <TemplateChoice templates={templates} />
      {problem && (
        <Alert kind="error" live>
          {problem}
        </Alert>
      )}
      <div className={styles.actions}>
        <Button type="submit" variant="primary" busy={busy}>
          {busy ? nlCommon.busy : nlWorkshopForm.create}
        </Button>
        <Button onClick={onCancel}>{nlCommon.cancel}</Button>
      </div>
    </form>
  );
}

/** The form for a new workshop, folded until asked for. */
export function NewWorkshop({
  variant = 'secondary',
  templates,
}: {
  variant?: ButtonVariant;
  templates: TemplateSummary[];
}) {
  const [open, setOpen] = useState(false);
  return open ? (
    <Card id="nieuw" title={nlHome.create}>
      <NewWorkshopForm templates={templates} onCancel={() => setOpen(false)} />
    </Card>
  ) : (
    <div>
      <Button variant={variant} onClick={() => setOpen(true)} aria-expanded={false}>
        {nlHome.create}
      </Button>
    </div>
  );
}
