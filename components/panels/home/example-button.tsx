'use client';
import { useCommand } from '@/components/live/use-command';
import { Alert } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';
import type { ButtonVariant } from '@/components/ui/button-look';
import { type CreatedWorkshop, paths } from '@/lib/api/contracts';
import { nlHome } from '@/lib/messages/nl-home';

/** One click from nothing to a board with the whole schema. */
export function ExampleButton({ variant = 'primary', large = false }: { variant?: ButtonVariant; large?: boolean }) {
  const { busy, problem, run } = useCommand();
  const make = async () => {
    const answer = await run<CreatedWorkshop>('POST', paths.api.example, {});
    if (answer.ok) window.location.assign(paths.workshop(answer.value.workshopId));
  };
  return (
    <>
      <Button variant={variant} large={large} busy={busy} onClick={() => void make()}>
        {busy ? nlHome.exampleBusy : nlHome.example}
      </Button>
      {problem && (
        <Alert kind="error" live>
          {problem}
        </Alert>
      )}
    </>
  );
}
