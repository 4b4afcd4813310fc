'use client';
import { useEffect } from 'react';
import { useBoardLink, useLinkView } from '@/components/board-link/board-link';
import { Alert } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';
import { nlCanvas } from '@/lib/messages/nl-canvas';
import styles from './live-list.module.css';

/** Leaving with something that waits for the server would lose it. */
function useUnloadWarning(unsaved: boolean): void {
  useEffect(() => {
    if (!unsaved) return;
    const warn = (event: BeforeUnloadEvent): void => event.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [unsaved]);
}

function Texts({ texts }: { texts: string[] }) {
  if (texts.length === 0) return null;
  return (
    <>
      <p>{nlCanvas.refusedTexts}</p>
      <textarea
        readOnly
        className={styles.lostText}
        value={texts.join('\n\n')}
        aria-label={nlCanvas.refusedTitle}
        rows={Math.min(10, 2 + texts.length * 2)}
      />
    </>
  );
}

/** What was not saved, to copy; and what ended the connection for good. */
export function ListTrouble() {
  const { link } = useBoardLink();
  const { save, refused, stopped } = useLinkView();
  useUnloadWarning(save.unsaved);
  if (stopped)
    return (
      <div className={`${styles.trouble} no-print`}>
        <Alert kind="error" live>
          <p>{nlCanvas.stopped[stopped.reason]}</p>
          <Texts texts={stopped.texts} />
          <Button onClick={link.restart}>{nlCanvas.reload}</Button>
        </Alert>
      </div>
    );
  if (!refused) return null;
  return (
    <div className={`${styles.trouble} no-print`}>
      <Alert kind="error" live>
        <p>{nlCanvas.refused}</p>
        <Texts texts={refused} />
        <Button onClick={link.forgetRefused}>{nlCanvas.close}</Button>
      </Alert>
    </div>
  );
}
