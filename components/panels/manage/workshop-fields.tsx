import { Choices, TextArea, TextField } from '@/components/ui/field';
import { MAX_PURPOSE_LENGTH, MAX_TITLE_LENGTH } from '@/lib/api/contracts';
import type { WorkshopDetails } from '@/lib/domain/workshop/workshop-details';
import { nlCommon } from '@/lib/messages/nl';
import { nlWorkshopForm } from '@/lib/messages/nl-home';

/** Title, purpose and perspectives: for a new workshop and for changing one. */
export function WorkshopFields({ details, error }: { details?: WorkshopDetails; error: string | null }) {
  const suggested: readonly string[] = nlWorkshopForm.suggestions;
  const chosen = details?.perspectives ?? [...suggested];
  const own = chosen.filter((perspective) => !suggested.includes(perspective));
  return (
    <>
      <TextField
        label={nlWorkshopForm.title}
        hint={nlWorkshopForm.titleHint}
        name="title"
        required
        maxLength={MAX_TITLE_LENGTH}
        defaultValue={details?.title}
        error={error}
      />
      <TextArea
        label={nlWorkshopForm.purpose}
        note={nlCommon.optional}
        name="purpose"
        maxLength={MAX_PURPOSE_LENGTH}
        defaultValue={details?.purpose}
        hint={
          <>
            {nlWorkshopForm.purposeHint} {nlCommon.safeWriting}
          </>
        }
      />
      <Choices
        legend={nlWorkshopForm.perspectives}
        hint={nlWorkshopForm.perspectivesHint}
        name="perspective"
        type="checkbox"
        options={suggested.map((value) => ({ value, label: value }))}
        defaultValues={chosen}
      />
      <TextArea
        label={nlWorkshopForm.perspectivesOwn}
        note={nlCommon.optional}
        hint={nlWorkshopForm.perspectivesOwnHint}
        name="own"
        rows={2}
        defaultValue={own.join('\n')}
      />
    </>
  );
}

/** What the form holds; perspectives once each, suggestions first. */
export function readWorkshop(form: HTMLFormElement): WorkshopDetails {
  const data = new FormData(form);
  const text = (name: string) => String(data.get(name) ?? '').trim();
  const own = text('own')
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
  const perspectives = [...new Set([...data.getAll('perspective').map(String), ...own])];
  return { title: text('title'), purpose: text('purpose'), perspectives };
}
