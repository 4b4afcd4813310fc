import { createShapeId, StateNode } from 'tldraw';
import { randomUuid } from '@/lib/collab/random-uuid';
import { MAX_STROKE_POINTS } from '@/lib/collab/records';
import { boardOf } from '../board-context';
import { thinPoints } from '../shapes/stroke-path';

/** Width of the pen on the screen, in pixels; on the board it depends on the zoom it is drawn at. */
const PEN = 5;

/** The pen. A stroke is shown while it is made and becomes a shape, and a record, when it is finished. */
export class DrawTool extends StateNode {
  static override id = 'draw';
  override onEnter() {
    this.editor.setCursor({ type: 'cross', rotation: 0 });
  }
  override onExit() {
    boardOf(this.editor)?.stroke.set(null);
  }
  override onPointerDown() {
    const board = boardOf(this.editor);
    const { x, y } = this.editor.inputs.currentPagePoint;
    board?.stroke.set({
      points: [x, y],
      colour: board.inkColour.get(),
      size: Math.round((PEN / this.editor.getZoomLevel()) * 10) / 10,
    });
  }
  override onPointerMove() {
    const board = boardOf(this.editor);
    const stroke = board?.stroke.get();
    if (!board || !stroke || stroke.points.length >= MAX_STROKE_POINTS * 2) return;
    const { x, y } = this.editor.inputs.currentPagePoint;
    board.stroke.set({ ...stroke, points: [...stroke.points, x, y] });
  }
  override onPointerUp() {
    const board = boardOf(this.editor);
    const stroke = board?.stroke.get();
    if (!board || !stroke) return;
    board.stroke.set(null);
    const [x = 0, y = 0] = stroke.points;
    const relative = stroke.points.map((value, at) => value - (at % 2 === 0 ? x : y));
    const points = thinPoints(relative, 1.5 / this.editor.getZoomLevel(), MAX_STROKE_POINTS * 2);
    this.editor.markHistoryStoppingPoint('drawing');
    this.editor.createShape({
      id: createShapeId(`drawing:${randomUuid()}`),
      type: 'kp-drawing',
      x,
      y,
      props: { colour: stroke.colour, size: stroke.size, points },
      meta: { author: board.me.get() },
    });
  }
  override onCancel() {
    boardOf(this.editor)?.stroke.set(null);
    this.editor.setCurrentTool('select');
  }
}
