import { Choices, TextField } from '@/components/ui/field';
import { MAX_NAME_LENGTH } from '@/lib/api/contracts';
import { nlJoin } from '@/lib/messages/nl-join';

/** Stands for 'no perspective' in the form; the request carries null. */
const NONE = '';

/** Name and perspective: what somebody tells when coming in. */
export function PersonFields({
  perspectives,
  error,
  autoFocus = false,
}: {
  perspectives: string[];
  error: string | null;
  autoFocus?: boolean;
}) {
  const options = [
    ...perspectives.map((value) => ({ value, label: value })),
    { value: NONE, label: nlJoin.perspectiveNone },
  ];
  return (
    <>
      <TextField
        label={nlJoin.name}
        name="name"
        maxLength={200}
        required
        error={error}
        autoFocus={autoFocus}
        autoComplete="nickname"
        hint={nlJoin.nameHint}
      />
      {perspectives.length > 0 && (
        <Choices legend={nlJoin.perspective} name="perspective" type="radio" options={options} defaultValues={[NONE]} />
      )}
    </>
  );
}

/** What the form holds, or the sentence that says what is wrong with it. */
export function readPerson(form: HTMLFormElement): { name: string; perspective: string | null; error: string | null } {
  const data = new FormData(form);
  const name = String(data.get('name') ?? '').trim();
  const perspective = String(data.get('perspective') ?? NONE) || null;
  const length = [...name].length;
  const error = length === 0 ? nlJoin.nameMissing : length > MAX_NAME_LENGTH ? nlJoin.nameTooLong : null;
  return { name, perspective, error };
}
