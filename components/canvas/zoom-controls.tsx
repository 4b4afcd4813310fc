import { type Editor, useValue } from 'tldraw';
import { nlCanvas } from '@/lib/messages/nl-canvas';
import type { Board } from './board-context';
import { showWholePicture } from './board-editor';
import styles from './controls.module.css';
import { Icon } from './icons';

const ANIMATION = { animation: { duration: 200 } };

export function ZoomControls({ editor, board }: { editor: Editor; board: Board }) {
  const percent = useValue('zoom', () => Math.round(editor.getZoomLevel() * 100), [editor]);
  return (
    <fieldset className={styles.zoom} aria-label={nlCanvas.zoom}>
      <button
        type="button"
        className={styles.tool}
        aria-label={nlCanvas.zoomIn}
        title={`${nlCanvas.zoomIn} (+)`}
        onClick={() => editor.zoomIn(undefined, ANIMATION)}
      >
        <Icon name="plus" />
      </button>
      <span className={styles.percent} aria-hidden>
        {percent}%
      </span>
      <button
        type="button"
        className={styles.tool}
        aria-label={nlCanvas.zoomOut}
        title={`${nlCanvas.zoomOut} (-)`}
        onClick={() => editor.zoomOut(undefined, ANIMATION)}
      >
        <Icon name="minus" />
      </button>
      <button
        type="button"
        className={styles.tool}
        aria-label={nlCanvas.wholePicture}
        title={`${nlCanvas.wholePicture} (0)`}
        onClick={() => showWholePicture(editor, board, true)}
      >
        <Icon name="whole" />
      </button>
    </fieldset>
  );
}
