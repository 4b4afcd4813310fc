'use client';
import { type FormEvent, useState } from 'react';
import { Alert } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';
import { Dialog, DialogActions } from '@/components/ui/dialog';
import { TextArea, TextField } from '@/components/ui/field';
import {
  MAX_CONCERNS,
  MAX_EXPLANATION,
  MAX_OWN_LABEL,
  type OwnPointRequest,
  type OwnPointView,
} from '@/lib/api/map-contracts';
import { nlCommon } from '@/lib/messages/nl';
import { nlMap } from '@/lib/messages/nl-map';
import { useMapData } from '../map-data';
import { ConcernsField } from './concerns-field';

const words = nlMap.own;
type Problems = { label: string | null; concerns: string | null };

function problemsOf({ label, concerns }: OwnPointRequest): Problems {
  return {
    label: label.trim() === '' ? words.needLabel : null,
    concerns:
      concerns.length === 0 ? words.needConcerns : concerns.length > MAX_CONCERNS ? words.tooMany(MAX_CONCERNS) : null,
  };
}

/** A form to add an intervention point of the group's own, or to change one. */
export function OwnPointDialog({ point, onClose }: { point: OwnPointView | null; onClose: () => void }) {
  const { commands } = useMapData();
  const [draft, setDraft] = useState<OwnPointRequest>({
    label: point?.label ?? '',
    explanation: point?.explanation ?? '',
    concerns: point?.concerns ?? [],
  });
  const [problems, setProblems] = useState<Problems>({ label: null, concerns: null });
  const [refused, setRefused] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const set = (change: Partial<OwnPointRequest>) => setDraft((before) => ({ ...before, ...change }));
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const found = problemsOf(draft);
    setProblems(found);
    if (found.label || found.concerns || busy) return;
    setBusy(true);
    const answer = point ? await commands.changeOwnPoint(point.id, draft) : await commands.addOwnPoint(draft);
    setBusy(false);
    if (answer.ok) onClose();
    else setRefused(answer.message);
  };
  return (
    <Dialog open title={point ? words.editTitle(point.number) : words.addTitle} onClose={onClose}>
      <form noValidate onSubmit={(event) => void submit(event)} style={{ display: 'grid', gap: '1rem' }}>
        <p>
          <strong>{nlCommon.safeWriting}</strong>
        </p>
        <TextField
          label={words.label}
          hint={words.counter(MAX_OWN_LABEL - draft.label.length)}
          error={problems.label}
          value={draft.label}
          maxLength={MAX_OWN_LABEL}
          autoFocus
          onChange={(event) => set({ label: event.target.value })}
        />
        <TextArea
          label={words.explanation}
          note={nlCommon.optional}
          value={draft.explanation}
          maxLength={MAX_EXPLANATION}
          onChange={(event) => set({ explanation: event.target.value })}
        />
        <ConcernsField chosen={draft.concerns} error={problems.concerns} onChange={(concerns) => set({ concerns })} />
        {refused && (
          <Alert kind="error" live>
            <p>{refused}</p>
          </Alert>
        )}
        <DialogActions>
          <Button variant="primary" type="submit" busy={busy}>
            {words.save}
          </Button>
          <Button onClick={onClose}>{nlCommon.cancel}</Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
