'use client';
import { nameOf } from '@/components/map/people-names';
import { Button } from '@/components/ui/button';
import { ConfirmButton } from '@/components/ui/confirm-button';
import { callApi } from '@/lib/api/call-api';
import { type FactCardView, mapPaths } from '@/lib/api/map-contracts';
import { nlCommon } from '@/lib/messages/nl';
import { nlEvidence } from '@/lib/messages/nl-evidence';
import { type EvidenceHere, mayChange } from './evidence-here';
import styles from './fact-card.module.css';
import { KindName } from './kind-name';

const words = nlEvidence.fact;

/** [ES10] One fact: what kind, what it says, where it comes from, of when, and who put it here. */
export function FactCard({
  card,
  here,
  onEdit,
  onRemoved,
}: {
  card: FactCardView;
  here: EvidenceHere;
  onEdit: () => void;
  onRemoved: (card: FactCardView) => void;
}) {
  const remove = async () => {
    const answer = await callApi('DELETE', mapPaths.fact(here.workshopId, card.id));
    if (!answer.ok) return answer.message;
    onRemoved(card);
    return null;
  };
  return (
    <article className={styles.card} data-fact={card.id}>
      <p className={styles.kind}>
        <KindName kind={card.kind}>{nlEvidence.kinds[card.kind]}</KindName>
      </p>
      <p className={styles.text}>{card.text}</p>
      <p className={styles.about}>
        {words.sourceOf} {card.source}
        <br />
        {words.datedOf} {card.dated}
        <br />
        {words.by(nameOf(here.state, card.author))}
      </p>
      {mayChange(here, card.author) && (
        <div className={styles.actions}>
          <Button variant="quiet" aria-label={words.about(words.edit, card.text)} onClick={onEdit}>
            {words.edit}
          </Button>
          <ConfirmButton
            label={words.remove}
            accessibleLabel={words.about(words.remove, card.text)}
            variant="quiet"
            title={words.removeTitle}
            confirmLabel={words.remove}
            cancelLabel={nlCommon.cancel}
            danger
            onConfirm={remove}
          >
            <p>{words.removeText}</p>
          </ConfirmButton>
        </div>
      )}
    </article>
  );
}
