import { saveLabel } from '@/lib/collab/save-state';
import { nlCanvas } from '@/lib/messages/nl-canvas';
import type { SessionView } from '../board-session';
import styles from './controls.module.css';
import panel from './panel.module.css';

/** Whether one's own work is safe; says "Opgeslagen" only when the server has confirmed it. */
export function BoardStatus({ view, notice }: { view: SessionView; notice: string | null }) {
  const label = saveLabel(view.save);
  // Read aloud is what somebody has to know, not every change from unsaved to saved.
  const isLost = ['offline', 'stopped'].includes(view.save.connection);
  return (
    <div className={styles.status}>
      <span className={styles.save} data-state={label}>
        {nlCanvas.save[label]}
      </span>
      <div className={styles.news} role="status">
        {isLost && <span className="visually-hidden">{nlCanvas.save[label]}</span>}
        {!view.isLoaded && view.save.connection !== 'stopped' && <span>{nlCanvas.loading}</span>}
        {view.setAside > 0 && <span className={styles.warning}>{nlCanvas.setAside(view.setAside)}</span>}
        {notice && <span className={styles.warning}>{notice}</span>}
      </div>
    </div>
  );
}

function Texts({ texts }: { texts: string[] }) {
  if (texts.length === 0) return null;
  return (
    <>
      <p>{nlCanvas.refusedTexts}</p>
      <textarea
        readOnly
        className={panel.lostText}
        value={texts.join('\n\n')}
        aria-label={nlCanvas.refusedTitle}
        rows={Math.min(10, 2 + texts.length * 2)}
      />
    </>
  );
}

/** What was not saved, to copy; and what ended the connection for good. */
export function BoardTrouble({
  view,
  onClose,
  onRestart,
}: {
  view: SessionView;
  onClose: () => void;
  onRestart: () => void;
}) {
  if (view.stopped) {
    return (
      <div className={panel.trouble} role="alert">
        <h2>{nlCanvas.stopped[view.stopped.reason]}</h2>
        <Texts texts={view.stopped.texts} />
        <button type="button" className={panel.action} onClick={onRestart}>
          {nlCanvas.reload}
        </button>
      </div>
    );
  }
  if (!view.refused) return null;
  return (
    <div className={panel.trouble} role="alert">
      <h2>{nlCanvas.refusedTitle}</h2>
      <p>{nlCanvas.refused}</p>
      <Texts texts={view.refused} />
      <button type="button" className={panel.action} onClick={onClose}>
        {nlCanvas.close}
      </button>
    </div>
  );
}
