import type { Editor } from 'tldraw';
import { createShapeId, StateNode, type TLShapeId } from 'tldraw';
import { randomUuid } from '@/lib/collab/random-uuid';
import { boardOf } from '../board-context';
import { noteSize } from '../shapes/note-size';
import { NOTE_WIDTH } from '../shapes/shape-props';

/** Below this zoom level one cannot read what one types; the view then comes closer first. */
const READABLE_ZOOM = 0.55;
const WRITING_ZOOM = 1;

/** Starts writing in a shape, close enough to read it. */
export function startWriting(editor: Editor, id: TLShapeId): void {
  editor.setCurrentTool('select');
  editor.select(id);
  const bounds = editor.getShapePageBounds(id);
  if (bounds && editor.getZoomLevel() < READABLE_ZOOM) {
    const { w, h } = editor.getViewportScreenBounds();
    editor.setCamera(
      { x: -bounds.midX + w / 2 / WRITING_ZOOM, y: -bounds.midY + h / 2 / WRITING_ZOOM, z: WRITING_ZOOM },
      { animation: { duration: editor.user.getAnimationSpeed() * 300 } },
    );
  }
  editor.markHistoryStoppingPoint('write');
  editor.setEditingShape(id);
}

/** Puts a note with its middle at a place on the board; returns its id. */
export function createNote(editor: Editor, x: number, y: number, text = ''): TLShapeId {
  const board = boardOf(editor);
  const id = createShapeId(`note:${randomUuid()}`);
  const { h } = noteSize(text);
  editor.markHistoryStoppingPoint('note');
  editor.createShape({
    id,
    type: 'kp-note',
    x: Math.round(x - NOTE_WIDTH / 2),
    y: Math.round(y - h / 2),
    props: { text, colour: board?.noteColour.get() ?? 'yellow', attached: null },
    meta: { author: board?.me.get() ?? '' },
  });
  return id;
}

/** One click puts a note and starts writing in it. */
export class NoteTool extends StateNode {
  static override id = 'note';
  override onEnter() {
    this.editor.setCursor({ type: 'cross', rotation: 0 });
  }
  override onPointerMove() {
    const board = boardOf(this.editor);
    const { x, y } = this.editor.inputs.currentPagePoint;
    board?.hinted.set(board.index.elementAt(x, y, board.depth.get()));
  }
  override onExit() {
    boardOf(this.editor)?.hinted.set(null);
  }
  override onPointerUp() {
    const { x, y } = this.editor.inputs.currentPagePoint;
    startWriting(this.editor, createNote(this.editor, x, y));
  }
  override onCancel() {
    this.editor.setCurrentTool('select');
  }
}
