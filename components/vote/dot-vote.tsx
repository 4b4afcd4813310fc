'use client';
import { useEffect, useRef, useState } from 'react';
import { spentDots } from '@/components/live/current-round';
import { useCommand } from '@/components/live/use-command';
import { Alert } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';
import { ButtonLink } from '@/components/ui/button-link';
import { paths, type RoundView } from '@/lib/api/contracts';
import { randomUuid } from '@/lib/collab/random-uuid';
import type { Allocation } from '@/lib/domain/voting/check-ballot';
import { nlVote } from '@/lib/messages/nl-vote';
import { BallotForm } from './ballot-form';
import { type BallotCluster, shuffleBallot } from './ballot-order';
import { BallotSummary } from './ballot-summary';
import styles from './dot-vote.module.css';
import { sameAllocation, useBallotDraft } from './use-ballot-draft';

type Step = 'fill' | 'review' | 'sent';

/** Each step starts at its heading, for eyes and for screen readers; not on arrival. */
function useStep(first: Step) {
  const [step, setStep] = useState(first);
  const heading = useRef<HTMLHeadingElement>(null);
  const before = useRef(first);
  useEffect(() => {
    if (before.current === step) return;
    before.current = step;
    heading.current?.focus();
    window.scrollTo({ top: 0 });
  }, [step]);
  return { step, setStep, heading };
}

/** The ballot of one person in one round: divide, check, send; again until the round closes. */
export function DotVote({
  workshopId,
  person,
  round,
  clusters,
}: {
  workshopId: string;
  person: string;
  round: RoundView;
  clusters: BallotCluster[];
}) {
  const [counted, setCounted] = useState<Allocation | null>(round.myAllocation);
  const { draft, change, forget } = useBallotDraft(round.id, counted);
  const { step, setStep, heading } = useStep(counted ? 'sent' : 'fill');
  const [key, setKey] = useState('');
  const { busy, problem, run } = useCommand();
  const [shuffled] = useState(() => shuffleBallot(clusters, person, round.id));
  const spent = spentDots(draft);

  const review = () => {
    // One key per checked ballot: sending it again after a cut line counts once.
    setKey(randomUuid());
    setStep('review');
  };
  const send = async () => {
    const allocation = Object.fromEntries(Object.entries(draft).filter(([, dots]) => dots > 0));
    const answer = await run('PUT', paths.api.ballot(workshopId, round.id), { allocation, idempotencyKey: key });
    if (!answer.ok) return;
    forget();
    setCounted(allocation);
    setStep('sent');
  };
  const title = { fill: nlVote.title, review: nlVote.reviewTitle, sent: nlVote.sentTitle }[step];
  return (
    <div className={styles.vote}>
      <h1 ref={heading} tabIndex={-1}>
        {title}
      </h1>
      {round.phase === 'closing' && (
        <Alert kind="warning" title={nlVote.closing} live>
          <p>{nlVote.closingText}</p>
        </Alert>
      )}
      {step === 'fill' && (
        <>
          {counted && !sameAllocation(counted, draft) && <Alert kind="info">{nlVote.changed}</Alert>}
          <BallotForm
            round={round}
            clusters={shuffled}
            draft={draft}
            spent={spent}
            onChange={change}
            onReview={review}
          />
        </>
      )}
      {step === 'review' && (
        <div className={styles.check}>
          <p>{nlVote.reviewLead}</p>
          <BallotSummary clusters={clusters} allocation={draft} />
          {spent < round.budget && <p>{nlVote.leftOver(round.budget - spent)}</p>}
          {problem && (
            <Alert kind="error" title={problem} live>
              <p>{nlVote.notSent}</p>
            </Alert>
          )}
          <div className={styles.actions}>
            <Button variant="primary" large busy={busy} onClick={() => void send()}>
              {busy ? nlVote.sending : nlVote.send}
            </Button>
            <Button large onClick={() => setStep('fill')}>
              {nlVote.change}
            </Button>
          </div>
        </div>
      )}
      {step === 'sent' && counted && (
        <div className={styles.check}>
          <Alert kind="ok" live>
            <p>
              {nlVote.sentText} {nlVote.sentWait}
            </p>
          </Alert>
          <BallotSummary clusters={clusters} allocation={counted} />
          <div className={styles.actions}>
            <Button large onClick={() => setStep('fill')}>
              {nlVote.change}
            </Button>
            <ButtonLink large href={paths.workshop(workshopId)}>
              {nlVote.toList}
            </ButtonLink>
          </div>
        </div>
      )}
    </div>
  );
}
