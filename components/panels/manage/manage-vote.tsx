'use client';
import { type FormEvent, useState } from 'react';
import { currentRound } from '@/components/live/current-round';
import { useCommand } from '@/components/live/use-command';
import { Alert } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';
import { ButtonLink } from '@/components/ui/button-link';
import { Card } from '@/components/ui/card';
import { ConfirmButton } from '@/components/ui/confirm-button';
import { Dialog, DialogActions } from '@/components/ui/dialog';
import { TextField } from '@/components/ui/field';
import { MAX_BUDGET, type OpenRound, paths, type RoundView, type WorkshopState } from '@/lib/api/contracts';
import { nlCommon } from '@/lib/messages/nl';
import { nlManage } from '@/lib/messages/nl-manage';
import { nlVote } from '@/lib/messages/nl-vote';
import styles from './manage.module.css';

/** [K1] Under this many voters a total can give away who chose what. */
const FEW_VOTERS = 5;
const DEFAULTS: OpenRound = { budget: 5, cap: 3 };

function readRules(form: HTMLFormElement): { rules: OpenRound; error: string | null } {
  const data = new FormData(form);
  const rules = { budget: Number(data.get('budget')), cap: Number(data.get('cap')) };
  const valid = (value: number) => Number.isInteger(value) && value >= 1 && value <= MAX_BUDGET;
  if (!valid(rules.budget) || !valid(rules.cap)) return { rules, error: nlManage.numberBetween(MAX_BUDGET) };
  return { rules, error: rules.cap > rules.budget ? nlManage.capTooHigh : null };
}

function OpenRoundForm({ state }: { state: WorkshopState }) {
  const { busy, problem, run } = useCommand();
  const [error, setError] = useState<string | null>(null);
  const [doubtful, setDoubtful] = useState<OpenRound | null>(null);
  const voters = state.people.filter(({ role }) => role === 'participant').length + (state.me.participantId ? 1 : 0);
  const open = async (rules: OpenRound) => {
    setDoubtful(null);
    await run('POST', paths.api.rounds(state.id), rules);
  };
  const handleSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const { rules, error: wrong } = readRules(event.currentTarget);
    setError(wrong);
    if (wrong) return;
    if (voters < FEW_VOTERS) setDoubtful(rules);
    else void open(rules);
  };
  return (
    <form method="post" className={styles.form} onSubmit={handleSubmit} noValidate>
      <p>{nlManage.voteText}</p>
      <div className={styles.pair}>
        <TextField label={nlManage.budget} name="budget" inputMode="numeric" defaultValue={DEFAULTS.budget} />
        <TextField label={nlManage.cap} name="cap" inputMode="numeric" defaultValue={DEFAULTS.cap} />
      </div>
      {error && (
        <Alert kind="error" live>
          {error}
        </Alert>
      )}
      {problem && (
        <Alert kind="error" live>
          {problem}
        </Alert>
      )}
      <div>
        <Button type="submit" variant="primary" busy={busy}>
          {busy ? nlCommon.busy : nlManage.openRound}
        </Button>
      </div>
      <Dialog open={doubtful !== null} title={nlManage.fewTitle} onClose={() => setDoubtful(null)}>
        <p>{nlManage.few(voters)}</p>
        <DialogActions>
          <Button variant="primary" onClick={() => doubtful && void open(doubtful)}>
            {nlManage.fewAnyway}
          </Button>
          <Button onClick={() => setDoubtful(null)}>{nlCommon.cancel}</Button>
        </DialogActions>
      </Dialog>
    </form>
  );
}

function RunningRound({ state, round }: { state: WorkshopState; round: RoundView }) {
  const { run } = useCommand();
  const { voted, entitled } = round.turnout;
  const close = async () => {
    const answer = await run('POST', paths.api.closeRound(state.id, round.id), {});
    return answer.ok ? null : answer.message;
  };
  return (
    <div className={styles.form}>
      <Alert kind="info" title={round.phase === 'closing' ? nlManage.closing : nlManage.roundOpen}>
        <p>
          {nlManage.rules(round.budget, round.cap)} {nlManage.frozen}
        </p>
      </Alert>
      <div>
        <p className={styles.turnout}>{nlVote.turnout(voted, entitled)}</p>
        <progress
          className={styles.progress}
          max={Math.max(1, entitled)}
          value={voted}
          aria-label={nlVote.turnout(voted, entitled)}
        />
      </div>
      <div className={styles.actions}>
        {round.phase === 'open' && (
          <ConfirmButton
            label={nlManage.closeRound}
            variant="primary"
            title={nlManage.closeRoundTitle}
            confirmLabel={nlManage.closeRound}
            cancelLabel={nlCommon.cancel}
            onConfirm={close}
          >
            <p>{nlManage.closeRoundText}</p>
            <p>
              <strong>{nlVote.turnout(voted, entitled)}.</strong>
            </p>
          </ConfirmButton>
        )}
        {state.me.canVote && <ButtonLink href={paths.vote(state.id)}>{nlVote.pageTitle}</ButtonLink>}
      </div>
    </div>
  );
}

function Earlier({ state }: { state: WorkshopState }) {
  const closed = state.rounds.filter(({ phase }) => phase === 'closed');
  if (closed.length === 0) return null;
  return (
    <div className={styles.form}>
      <h3>{nlManage.earlier}</h3>
      <ul className={styles.people}>
        {closed.map((round, index) => (
          <li key={round.id} className={styles.person}>
            <span>
              <strong>{nlManage.roundName(closed.length - index)}</strong>
              <span className={styles.about}>{nlVote.turnout(round.turnout.voted, round.turnout.entitled)}</span>
            </span>
            <ButtonLink
              href={paths.result(state.id, round.id)}
              aria-label={`${nlManage.result}: ${nlManage.roundName(closed.length - index)}`}
            >
              {nlManage.result}
            </ButtonLink>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Opening, following and closing the dot vote. Nobody sees counts before closing, the facilitator neither ([B5]). */
export function ManageVote({ state }: { state: WorkshopState }) {
  const round = currentRound(state);
  return (
    <Card id="stemming" title={nlManage.voteTitle}>
      {round ? <RunningRound state={state} round={round} /> : !state.closedAt && <OpenRoundForm state={state} />}
      <Earlier state={state} />
    </Card>
  );
}
