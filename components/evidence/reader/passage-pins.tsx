'use client';
import { type FormEvent, useEffect, useState } from 'react';
import { useCommand } from '@/components/live/use-command';
import { Alert } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';
import { Dialog, DialogActions } from '@/components/ui/dialog';
import { evidencePaths } from '@/lib/api/evidence-contracts';
import { mapPaths, type QuotePinView } from '@/lib/api/map-contracts';
import { nlCommon } from '@/lib/messages/nl';
import { nlEvidence, nlReader } from '@/lib/messages/nl-evidence';
import { ElementPicker } from '../element-picker';
import { mayChange } from '../evidence-here';
import styles from './reader.module.css';
import { type ReaderMap, useReaderMap } from './reader-map';

function nameIn(options: ReaderMap['options'], elementId: string): string | null {
  return options?.flatMap((group) => group.options).find(({ id }) => id === elementId)?.label ?? null;
}

function Pin({ pin, onDone }: { pin: QuotePinView; onDone: (news: string) => void }) {
  const { state, options, refresh } = useReaderMap();
  const { busy, problem, run } = useCommand();
  const name = nameIn(options, pin.elementId);
  if (name === null) return null;
  const unpin = async () => {
    const answer = await run('DELETE', mapPaths.pin(state.id, pin.id));
    if (!answer.ok) return;
    onDone(nlEvidence.quoteActions.unpinned);
    await refresh();
  };
  return (
    <li>
      <a href={evidencePaths.element(state.id, pin.elementId)}>{name}</a>{' '}
      {mayChange({ state, canWrite: state.me.canWrite }, pin.author) && (
        <Button
          variant="quiet"
          busy={busy}
          aria-label={nlEvidence.fact.about(nlEvidence.quoteActions.unpin, name)}
          onClick={() => void unpin()}
        >
          {nlEvidence.quoteActions.unpin}
        </Button>
      )}
      {problem && <p role="alert">{problem}</p>}
    </li>
  );
}

function PinForm({ passageId, onDone }: { passageId: string; onDone: (news: string | null) => void }) {
  const { state, options, problem: unloaded, needNames, refresh } = useReaderMap();
  const { busy, problem, run } = useCommand();
  const [error, setError] = useState<string | null>(null);
  const handleSubmit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const elementId = String(new FormData(form).get('element') ?? '');
    setError(elementId ? null : nlReader.pinChoose);
    if (!elementId) return form.querySelector('select')?.focus();
    const answer = await run('POST', mapPaths.pins(state.id), { elementId, passageId });
    if (!answer.ok) return;
    onDone(nlEvidence.quoteActions.pinned);
    await refresh();
  };
  if (!options) {
    return (
      <>
        {unloaded ? (
          <Alert kind="error" title={nlReader.pickerFailed} live>
            <p>{unloaded}</p>
          </Alert>
        ) : (
          <p role="status">{nlCommon.busy}</p>
        )}
        <DialogActions>
          {unloaded && <Button onClick={needNames}>{nlEvidence.retry}</Button>}
          <Button onClick={() => onDone(null)}>{nlCommon.cancel}</Button>
        </DialogActions>
      </>
    );
  }
  return (
    <form method="post" className={styles.form} onSubmit={(event) => void handleSubmit(event)} noValidate>
      <ElementPicker groups={options} name="element" error={error} />
      {problem && (
        <Alert kind="error" live>
          {problem}
        </Alert>
      )}
      <DialogActions>
        <Button type="submit" variant="primary" busy={busy}>
          {nlReader.pinSave}
        </Button>
        <Button onClick={() => onDone(null)}>{nlCommon.cancel}</Button>
      </DialogActions>
    </form>
  );
}

/** What a quote was pinned to by the group, and pinning it to an element of the schema. */
export function PassagePins({ passageId }: { passageId: string }) {
  const { state, map, needNames } = useReaderMap();
  const [isOpen, setOpen] = useState(false);
  const [news, setNews] = useState<string | null>(null);
  const pins = map?.pins.filter(({ passage }) => passage.id === passageId) ?? [];
  const hasPins = pins.length > 0;
  useEffect(() => {
    if (hasPins || isOpen) needNames();
  }, [hasPins, isOpen, needNames]);
  const handleDone = (said: string | null) => {
    setOpen(false);
    setNews(said);
  };
  return (
    <div className={styles.pins}>
      {hasPins && (
        <>
          <p className={styles.soft}>{nlReader.pinnedTo}</p>
          <ul className={styles.pinned}>
            {pins.map((pin) => (
              <Pin key={pin.id} pin={pin} onDone={setNews} />
            ))}
          </ul>
        </>
      )}
      {state.me.canWrite && (
        <div>
          <Button variant="quiet" onClick={() => setOpen(true)}>
            {nlReader.pin}
          </Button>
        </div>
      )}
      <p role="status" className={styles.soft}>
        {news}
      </p>
      <Dialog open={isOpen} title={nlReader.pinTitle} onClose={() => setOpen(false)}>
        <PinForm passageId={passageId} onDone={handleDone} />
      </Dialog>
    </div>
  );
}
