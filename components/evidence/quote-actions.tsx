'use client';
import { useState } from 'react';
import { useCommand } from '@/components/live/use-command';
import { nameOf } from '@/components/map/people-names';
import { Button } from '@/components/ui/button';
import { mapPaths } from '@/lib/api/map-contracts';
import { nlEvidence } from '@/lib/messages/nl-evidence';
import styles from './evidence.module.css';
import type { QuoteHere } from './evidence-by-kind';
import { type EvidenceHere, mayChange } from './evidence-here';

const words = nlEvidence.quoteActions;

/** Pinning a quote to the element, letting it go, and making it a note. */
export function QuoteActions({ quote: { passage, pin }, here }: { quote: QuoteHere; here: EvidenceHere }) {
  const { busy, problem, run } = useCommand();
  const [news, setNews] = useState<string | null>(null);
  const { workshopId, elementId, state, canWrite, onQuoteToNote, onChanged } = here;
  const toggle = async () => {
    setNews(null);
    const answer = pin
      ? await run('DELETE', mapPaths.pin(workshopId, pin.id))
      : await run('POST', mapPaths.pins(workshopId), { elementId, passageId: passage.id });
    if (!answer.ok) return;
    setNews(pin ? words.unpinned : words.pinned);
    onChanged();
  };
  const makeNote = async () => setNews((await onQuoteToNote?.(passage)) ? words.noted : words.notNoted);
  const mayToggle = pin ? mayChange(here, pin.author) : canWrite;
  return (
    <div className={styles.quoteFoot}>
      {pin && <p className={styles.soft}>{words.pinnedBy(nameOf(state, pin.author))}</p>}
      {(mayToggle || (canWrite && onQuoteToNote)) && (
        <div className={styles.actions}>
          {mayToggle && (
            <Button variant="quiet" busy={busy} onClick={() => void toggle()}>
              {pin ? words.unpin : words.pin}
            </Button>
          )}
          {canWrite && onQuoteToNote && (
            <Button variant="quiet" onClick={() => void makeNote()}>
              {words.toNote}
            </Button>
          )}
        </div>
      )}
      <p role="status" className={styles.soft}>
        {news}
      </p>
      {problem && <p role="alert">{problem}</p>}
    </div>
  );
}
