import { createShapeId, StateNode } from 'tldraw';
import { randomUuid } from '@/lib/collab/random-uuid';
import { boardOf } from '../board-context';

/** What text looks like on the screen when it is made, in pixels. */
const SCREEN_SIZE = 22;
const SCREEN_WIDTH = 280;
const SIZES = { min: 18, max: 200 } as const;

/** One click starts loose text, large enough to be read at the zoom it was made at. */
export class TextTool extends StateNode {
  static override id = 'text';
  override onEnter() {
    this.editor.setCursor({ type: 'text', rotation: 0 });
  }
  override onPointerUp() {
    const board = boardOf(this.editor);
    const { x, y } = this.editor.inputs.currentPagePoint;
    const size = Math.round(Math.min(SIZES.max, Math.max(SIZES.min, SCREEN_SIZE / this.editor.getZoomLevel())));
    const id = createShapeId(`text:${randomUuid()}`);
    this.editor.markHistoryStoppingPoint('text');
    this.editor.createShape({
      id,
      type: 'kp-text',
      x: Math.round(x),
      y: Math.round(y - size / 2),
      props: {
        text: '',
        colour: board?.inkColour.get() ?? 'black',
        size,
        width: Math.round((SCREEN_WIDTH / SCREEN_SIZE) * size),
      },
      meta: { author: board?.me.get() ?? '' },
    });
    this.editor.setCurrentTool('select');
    this.editor.select(id);
    this.editor.setEditingShape(id);
  }
  override onCancel() {
    this.editor.setCurrentTool('select');
  }
}
