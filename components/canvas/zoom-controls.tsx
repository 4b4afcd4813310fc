import { useValue, type Editor } from 'tldraw';
import { nlCanvas } from '@/lib/messages/nl-canvas';
import { showWholePicture } from './board-editor';
import { Icon } from './icons';
import styles from './board.module.css';
import type { Board } from './board-context';

const ANIMATION = { animation: { duration: 200 } };

export function ZoomControls({ editor, board }: { editor: Editor; board: Board }) {
  const percent = useValue('zoom', () => Math.round(editor.getZoomLevel() * 100), [editor]);
  return (
    <div className={styles.zoom} role="group" aria-label={nlCanvas.zoom}>
      <button type="button" className={styles.tool} aria-label={nlCanvas.zoomIn} title={`${nlCanvas.zoomIn} (+)`} onClick={() => editor.zoomIn(undefined, ANIMATION)}><Icon name="plus" /></button>
      <span className={styles.percent} aria-hidden>{percent}%</span>
      <button type="button" className={styles.tool} aria-label={nlCanvas.zoomOut} title={`${nlCanvas.zoomOut} (-)`} onClick={() => editor.zoomOut(undefined, ANIMATION)}><Icon name="minus" /></button>
      <button type="button" className={styles.tool} aria-label={nlCanvas.wholePicture} title={`${nlCanvas.wholePicture} (0)`} onClick={() => showWholePicture(editor, board, true)}><Icon name="whole" /></button>
    </div>
  );
}
