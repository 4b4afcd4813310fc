import { createShapeId, type Editor, StateNode } from 'tldraw';
import { randomUuid } from '@/lib/collab/random-uuid';
import { boardOf } from '../board-context';

/** What text looks like on the screen when it is made, in pixels. */
const SCREEN_SIZE = 22;
const SCREEN_WIDTH = 280;
const SIZES = { min: 18, max: 200 } as const;

/** Starts loose text at a place on the board, large enough to be read at the zoom it is made at. */
export function startText(editor: Editor, x: number, y: number): void {
  const board = boardOf(editor);
  const size = Math.round(Math.min(SIZES.max, Math.max(SIZES.min, SCREEN_SIZE / editor.getZoomLevel())));
  const id = createShapeId(`text:${randomUuid()}`);
  editor.markHistoryStoppingPoint('text');
  editor.createShape({
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
  editor.setCurrentTool('select');
  editor.select(id);
  editor.setEditingShape(id);
}

/** One click starts loose text. */
export class TextTool extends StateNode {
  static override id = 'text';
  override onEnter() {
    this.editor.setCursor({ type: 'text', rotation: 0 });
  }
  override onPointerUp() {
    const { x, y } = this.editor.inputs.currentPagePoint;
    startText(this.editor, x, y);
  }
  override onCancel() {
    this.editor.setCurrentTool('select');
  }
}
