import type { Editor } from 'tldraw';
import type { Board } from './board-context';
import { isPeopleShapeType } from './shapes/shape-props';
import { createNote, startWriting } from './tools/note-tool';
import { startText } from './tools/text-tool';

export const TOOL_IDS = ['select', 'hand', 'note', 'text', 'draw', 'arrow', 'eraser'] as const;
export type ToolId = (typeof TOOL_IDS)[number];
export const TOOL_KEYS: Record<ToolId, string> = {
  select: 'V',
  hand: 'H',
  note: 'N',
  text: 'T',
  draw: 'D',
  arrow: 'A',
  eraser: 'E',
};

/** How far one press of an arrow key moves the view, in pixels, and what is selected, in board units. */
const PAN_STEP = 80;
const NUDGE = 10;
const PAN: Record<string, { x: number; y: number }> = {
  ArrowLeft: { x: PAN_STEP, y: 0 },
  ArrowRight: { x: -PAN_STEP, y: 0 },
  ArrowUp: { x: 0, y: PAN_STEP },
  ArrowDown: { x: 0, y: -PAN_STEP },
};

export type KeyActions = { canWrite: boolean; board: Board; wholePicture: () => void };

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName));

/** The small map and a card move by arrow keys themselves. */
const hasOwnArrows = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.closest('[data-own-arrows], #element-card') !== null;

/** Everything people made; the template is not to be selected. */
function selectAllOfPeople(editor: Editor): void {
  editor.setSelectedShapes(
    editor
      .getCurrentPageShapes()
      .filter((shape) => isPeopleShapeType(shape.type))
      .map((shape) => shape.id),
  );
}

export function removeSelected(editor: Editor): void {
  const ids = editor.getSelectedShapeIds();
  if (ids.length === 0) return;
  editor.markHistoryStoppingPoint('delete');
  editor.deleteShapes(ids);
}

/** What a click on the board would do with this tool, for who has no pointer: in the middle of what is in sight. */
export function placeInMiddle(editor: Editor, tool: string): boolean {
  const { x, y } = editor.getViewportPageBounds().center;
  if (tool === 'note') startWriting(editor, createNote(editor, x, y));
  else if (tool === 'text') startText(editor, x, y);
  else return false;
  return true;
}

/** The card of the chosen element goes away; keys go on working on the board. */
function closeCard(editor: Editor, board: Board): void {
  board.choose.current(null);
  editor.getContainer().focus({ preventScroll: true });
}

/** Enter: use the tool, write in what is selected, or choose the element in the middle. */
function enter(editor: Editor, { board, canWrite }: KeyActions): boolean {
  if (editor.getEditingShapeId()) return false;
  if (canWrite && placeInMiddle(editor, editor.getCurrentToolId())) return true;
  const selected = editor.getOnlySelectedShape();
  if (selected) {
    if (!canWrite || !editor.getShapeUtil(selected).canEdit(selected)) return false;
    startWriting(editor, selected.id);
    return true;
  }
  const { x, y } = editor.getViewportPageBounds().center;
  board.choose.current(board.index.elementAt(x, y, board.depth.get()));
  return true;
}

/** Escape: close the card, else let go of what is selected and of the tool. */
function letGo(editor: Editor, board: Board): boolean {
  if (board.focused.get() === null) {
    editor.cancel();
    editor.selectNone();
    if (!editor.getIsReadonly()) editor.setCurrentTool('select');
  } else closeCard(editor, board);
  return true;
}

/**
 * Arrow keys move the view, or what is selected, in steps one can see. To be asked before tldraw hears the key: it moves
 * by single pixels, and only while its own container has the focus.
 */
export function handleArrowKey(editor: Editor, event: KeyboardEvent, canWrite: boolean): boolean {
  const step = PAN[event.key];
  if (!step || isTyping(event.target) || hasOwnArrows(event.target) || event.altKey || event.ctrlKey || event.metaKey)
    return false;
  const ids = editor.getSelectedShapeIds();
  if (ids.length === 0) {
    const { x, y, z } = editor.getCamera();
    editor.setCamera({ x: x + step.x / z, y: y + step.y / z, z });
    return true;
  }
  if (!canWrite) return false;
  const distance = event.shiftKey ? NUDGE * 5 : NUDGE;
  editor.markHistoryStoppingPoint('move');
  editor.nudgeShapes(ids, { x: -Math.sign(step.x) * distance, y: -Math.sign(step.y) * distance });
  return true;
}

function withControl(editor: Editor, event: KeyboardEvent, actions: KeyActions): boolean {
  switch (event.key.toLowerCase()) {
    case 'z':
      if (actions.canWrite) event.shiftKey ? editor.redo() : editor.undo();
      return true;
    case 'y':
      if (actions.canWrite) editor.redo();
      return true;
    case 'a':
      if (actions.canWrite) selectAllOfPeople(editor);
      return true;
    default:
      return false;
  }
}

function plain(editor: Editor, event: KeyboardEvent, actions: KeyActions): boolean {
  const tool = TOOL_IDS.find((id) => TOOL_KEYS[id] === event.key.toUpperCase());
  if (tool && (actions.canWrite || tool === 'hand' || tool === 'select')) {
    editor.setCurrentTool(tool);
    return true;
  }
  switch (event.key) {
    case '+':
    case '=':
      editor.zoomIn(undefined, { animation: { duration: 150 } });
      return true;
    case '-':
    case '_':
      editor.zoomOut(undefined, { animation: { duration: 150 } });
      return true;
    case 'Enter':
      return enter(editor, actions);
    case 'Escape':
      return letGo(editor, actions.board);
    case '0':
      actions.wholePicture();
      return true;
    case 'Delete':
    case 'Backspace':
      if (actions.canWrite) removeSelected(editor);
      return true;
    default:
      return false;
  }
}

/** Keys of the board, wherever in it the focus is; never while somebody types. */
export function handleBoardKey(editor: Editor, event: KeyboardEvent, actions: KeyActions): void {
  if (isTyping(event.target) || event.altKey || event.defaultPrevented) return;
  const isButton = event.target instanceof HTMLElement && event.target.closest('button, a, summary') !== null;
  if (isButton && ['Enter', ' ', 'Tab'].includes(event.key)) return;
  const handled = event.ctrlKey || event.metaKey ? withControl(editor, event, actions) : plain(editor, event, actions);
  if (handled) event.preventDefault();
}
