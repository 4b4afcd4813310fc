'use client';
import { useEffect, useRef, useState } from 'react';
import { useCommand } from '@/components/live/use-command';
import { Button } from '@/components/ui/button';
import { type FactCardView, mapPaths } from '@/lib/api/map-contracts';
import { nlEvidence } from '@/lib/messages/nl-evidence';
import styles from './evidence.module.css';
import type { EvidenceOfKind, QuoteHere } from './evidence-by-kind';
import type { EvidenceHere } from './evidence-here';
import { FactCard } from './fact-card';
import { type FactDraft, FactForm } from './fact-form';
import { KindName } from './kind-name';
import { PassageSource, Quote } from './quote';
import { QuoteActions } from './quote-actions';
import { ShowAll } from './show-all';

const FIRST_QUOTES = 3;

function HereQuote({ quote, here }: { quote: QuoteHere; here: EvidenceHere }) {
  return (
    <Quote passage={quote.passage} abbreviations={here.abbreviations}>
      <PassageSource workshopId={here.workshopId} passage={quote.passage} />
      <QuoteActions quote={quote} here={here} />
    </Quote>
  );
}

/** Deleting takes the pressed button away; the way back gets the focus, so that nobody is lost at the top of the page. */
function Removed({ card, here, onDone }: { card: FactCardView; here: EvidenceHere; onDone: () => void }) {
  const { busy, problem, run } = useCommand();
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const lost = requestAnimationFrame(() => ref.current?.querySelector('button')?.focus());
    return () => cancelAnimationFrame(lost);
  }, []);
  const restore = async () => {
    const answer = await run('POST', mapPaths.restoreFact(here.workshopId, card.id));
    if (!answer.ok) return;
    here.onChanged();
    onDone();
  };
  return (
    <div ref={ref} className={styles.removed} role="status">
      <p>{nlEvidence.fact.removed}</p>
      <Button busy={busy} onClick={() => void restore()}>
        {nlEvidence.fact.restore}
      </Button>
      {problem && <p role="alert">{problem}</p>}
    </div>
  );
}

function Facts({
  cards,
  here,
  onEdit,
}: {
  cards: FactCardView[];
  here: EvidenceHere;
  onEdit: (c: FactCardView) => void;
}) {
  const [removed, setRemoved] = useState<FactCardView | null>(null);
  const handleRemoved = (card: FactCardView) => {
    setRemoved(card);
    here.onChanged();
  };
  return (
    <>
      {cards.length > 0 && (
        <ul className={styles.cards}>
          {cards.map((card) => (
            <li key={card.id}>
              <FactCard card={card} here={here} onEdit={() => onEdit(card)} onRemoved={handleRemoved} />
            </li>
          ))}
        </ul>
      )}
      {removed && <Removed card={removed} here={here} onDone={() => setRemoved(null)} />}
    </>
  );
}

/** [ES8] All evidence of one kind at an element; every kind has the same place and the same button. */
export function KindGroup({
  group: { kind, facts, quotes },
  here,
  missesFigures,
}: {
  group: EvidenceOfKind;
  here: EvidenceHere;
  /** [ES11] a layer or block without any figure: said aloud */
  missesFigures: boolean;
}) {
  const [draft, setDraft] = useState<FactDraft | null>(null);
  const count = facts.length + quotes.length;
  return (
    <section className={styles.group} data-evidence-kind={kind}>
      <div className={styles.groupHead}>
        <h4 className={styles.groupTitle}>
          <KindName kind={kind}>{nlEvidence.kindTitles[kind]}</KindName> <span className={styles.count}>({count})</span>
        </h4>
        {here.canWrite && (
          <Button aria-label={nlEvidence.fact.addKind(kind)} onClick={() => setDraft({ card: null, kind })}>
            {nlEvidence.fact.add}
          </Button>
        )}
      </div>
      {missesFigures && (
        <p className={styles.missing}>
          <strong>{nlEvidence.noFigures}</strong>
          {here.canWrite && <> {nlEvidence.noFiguresText}</>}
        </p>
      )}
      {count === 0 && !missesFigures && <p className={styles.soft}>{nlEvidence.nothingYet}</p>}
      <Facts cards={facts} here={here} onEdit={(card) => setDraft({ card, kind: card.kind })} />
      {quotes.length > 0 && (
        <ShowAll
          items={quotes}
          first={FIRST_QUOTES}
          label={nlEvidence.showAllQuotes}
          keyOf={({ passage }) => passage.id}
        >
          {(quote) => <HereQuote quote={quote} here={here} />}
        </ShowAll>
      )}
      <FactForm draft={draft} here={here} onClose={() => setDraft(null)} />
    </section>
  );
}
