import { type Editor, useValue } from 'tldraw';
import { contains } from '@/lib/domain/layout/picture-index';
import { nlCanvas } from '@/lib/messages/nl-canvas';
import { NARROW, showWholePicture } from '../board-camera';
import type { Board } from '../board-context';
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

/** Which layer one looks at, once its own title may be out of sight. */
export function WhereAmI({ editor, board }: { editor: Editor; board: Board }) {
  const place = useValue('place', () => {
    if (board.depth.get() === 'far') return null;
    // On a narrow screen the open card lies over what is in the middle.
    if (board.focused.get() !== null && editor.getViewportScreenBounds().w < NARROW) return null;
    const { x, y } = editor.getViewportPageBounds().center;
    const layer = board.picture.layers.find(({ rect }) => contains(rect, x, y));
    return layer ? `${layer.tag.lines.join(' ')} · ${layer.title.lines.join(' ')}` : null;
  }, [editor, board]);
  return place === null ? null : <p className={styles.place}>{place}</p>;
}
