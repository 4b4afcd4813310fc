import type { Editor } from 'tldraw';
import { isPeopleShapeType } from './shapes/shape-props';

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

/** How far one press of an arrow key moves the view, in pixels. */
const PAN_STEP = 80;
const PAN: Record<string, { x: number; y: number }> = {
  ArrowLeft: { x: PAN_STEP, y: 0 },
  ArrowRight: { x: -PAN_STEP, y: 0 },
  ArrowUp: { x: 0, y: PAN_STEP },
  ArrowDown: { x: 0, y: -PAN_STEP },
};

export type KeyActions = { canWrite: boolean; wholePicture: () => void };

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName));

/** Everything people made; the template is not to be selected. */
export function selectAllOfPeople(editor: Editor): void {
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
  const pan = PAN[event.key];
  if (pan && editor.getSelectedShapeIds().length === 0) {
    const { x, y, z } = editor.getCamera();
    editor.setCamera({ x: x + pan.x / z, y: y + pan.y / z, z });
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
