'use client';
import { type FormEvent, useState } from 'react';
import { useCommand } from '@/components/live/use-command';
import { Alert } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';
import { Dialog, DialogActions } from '@/components/ui/dialog';
import { Choices, TextArea, TextField } from '@/components/ui/field';
import {
  type FactCardRequest,
  type FactCardView,
  MAX_FACT_DATE,
  MAX_FACT_SOURCE,
  MAX_FACT_TEXT,
  mapPaths,
} from '@/lib/api/map-contracts';
import type { EvidenceKind } from '@/lib/domain/evidence/parsed-source';
import { nlCommon } from '@/lib/messages/nl';
import { nlEvidence } from '@/lib/messages/nl-evidence';
import styles from './evidence.module.css';
import { KINDS_IN_ORDER } from './evidence-by-kind';
import type { EvidenceHere } from './evidence-here';

const words = nlEvidence.fact;
const LIMITS = { text: MAX_FACT_TEXT, source: MAX_FACT_SOURCE, dated: MAX_FACT_DATE };
type Field = keyof typeof LIMITS;
const FIELDS: readonly Field[] = ['text', 'source', 'dated'];
type Problems = Partial<Record<Field, string>>;

function problemsOf(form: FormData): Problems {
  const found: Problems = {};
  for (const field of FIELDS) {
    const { length } = String(form.get(field) ?? '').trim();
    if (length === 0) found[field] = words.required;
    if (length > LIMITS[field]) found[field] = words.tooLong(LIMITS[field]);
  }
  return found;
}

/** A new card on an element, or one of one's own to change; null is closed. */
export type FactDraft = { card: FactCardView | null; kind: EvidenceKind };

/** [ES10] The form of a fact card. */
export function FactForm({
  draft,
  here,
  onClose,
}: {
  draft: FactDraft | null;
  here: EvidenceHere;
  onClose: () => void;
}) {
  return (
    <Dialog open={draft !== null} title={draft?.card ? words.editTitle : words.addTitle} onClose={onClose}>
      {draft && <Fields draft={draft} here={here} onClose={onClose} />}
    </Dialog>
  );
}

function Fields({ draft, here, onClose }: { draft: FactDraft; here: EvidenceHere; onClose: () => void }) {
  const { busy, problem, run } = useCommand();
  const [problems, setProblems] = useState<Problems>({});
  const { card, kind } = draft;
  const save = async (fact: FactCardRequest) => {
    const answer = card
      ? await run('PATCH', mapPaths.fact(here.workshopId, card.id), fact)
      : await run('POST', mapPaths.facts(here.workshopId), fact);
    if (!answer.ok) return;
    here.onChanged();
    onClose();
  };
  const handleSubmit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const data = new FormData(form);
    const wrong = problemsOf(data);
    setProblems(wrong);
    const first = FIELDS.find((field) => wrong[field]);
    if (first) return form.querySelector<HTMLElement>(`[name="${first}"]`)?.focus();
    const said = (name: string): string => String(data.get(name) ?? '').trim();
    const chosen = KINDS_IN_ORDER.find((one) => one === data.get('kind')) ?? kind;
    const texts = { text: said('text'), source: said('source'), dated: said('dated') };
    await save({ elementId: here.elementId, kind: chosen, ...texts });
  };
  return (
    <form method="post" className={styles.form} onSubmit={(event) => void handleSubmit(event)} noValidate>
      <Choices
        legend={words.kind}
        name="kind"
        type="radio"
        options={KINDS_IN_ORDER.map((value) => ({ value, label: nlEvidence.kinds[value] }))}
        defaultValues={[kind]}
      />
      <TextArea
        label={words.text}
        hint={nlCommon.safeWriting}
        error={problems.text}
        name="text"
        rows={4}
        maxLength={MAX_FACT_TEXT}
        defaultValue={card?.text}
      />
      <TextField
        label={words.source}
        hint={`${words.sourceHint} ${nlCommon.safeWriting}`}
        error={problems.source}
        name="source"
        maxLength={MAX_FACT_SOURCE}
        defaultValue={card?.source}
      />
      <TextField
        label={words.dated}
        hint={words.datedHint}
        error={problems.dated}
        name="dated"
        maxLength={MAX_FACT_DATE}
        defaultValue={card?.dated}
      />
      {problem && (
        <Alert kind="error" live>
          {problem}
        </Alert>
      )}
      <DialogActions>
        <Button type="submit" variant="primary" busy={busy}>
          {busy ? nlCommon.busy : words.save}
        </Button>
        <Button onClick={onClose}>{nlCommon.cancel}</Button>
      </DialogActions>
    </form>
  );
}
