'use client';
import { type FormEvent, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog, DialogActions } from '@/components/ui/dialog';
import { TextField } from '@/components/ui/field';
import { MAX_MAP_NAME } from '@/lib/api/map-contracts';
import { nlCommon } from '@/lib/messages/nl';
import { nlMap } from '@/lib/messages/nl-map';

/** Asks for a name in a window; `onName` resolves to a sentence when it was refused. */
export function NameDialog({
  title,
  first,
  hint,
  onName,
  onClose,
}: {
  title: string;
  first: string;
  hint: string;
  onName: (name: string) => Promise<string | null>;
  onClose: () => void;
}) {
  const [name, setName] = useState(first);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() === '' || busy) return;
    setBusy(true);
    const refused = await onName(name.trim());
    setBusy(false);
    if (refused === null) onClose();
    else setProblem(refused);
  };
  return (
    <Dialog open title={title} onClose={onClose}>
      <form onSubmit={(event) => void submit(event)}>
        <TextField
          label={nlMap.loops.name}
          hint={hint}
          error={problem}
          value={name}
          maxLength={MAX_MAP_NAME}
          required
          autoFocus
          onFocus={(event) => event.target.select()}
          onChange={(event) => setName(event.target.value)}
        />
        <DialogActions>
          <Button variant="primary" type="submit" busy={busy}>
            {nlMap.loops.save}
          </Button>
          <Button onClick={onClose}>{nlCommon.cancel}</Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
