/**
 * What one board does to its tldraw editor: keeps the template fixed, sends keys and clicks where they belong,
 * refuses what is not for the board, and follows the zoom.
 */
import {
  DefaultColorStyle,
  DefaultDashStyle,
  DefaultFontStyle,
  DefaultSizeStyle,
  type Editor,
  react,
  registerDefaultSideEffects,
  type TLEventInfo,
} from 'tldraw';
import { MAX_TEXT_LENGTH } from '@/lib/collab/records';
import { cutText } from '@/lib/collab/text-change';
import { nlCanvas } from '@/lib/messages/nl-canvas';
import { elementIdOfShape } from './binding/record-mapping';
import { keepWhole, showElement } from './board-camera';
import { type Board, followZoom, setBoardOf } from './board-context';
import { watchElements } from './layer/board-elements';
import { FEW } from './layer/element-choice';
import { guardArrows } from './shapes/arrow-shape';
import { isElementShapeType } from './shapes/shape-props';
import { guardTemplate } from './template/template-shapes';
import { createNote } from './tools/note-tool';
import { wheelDevices } from './wheel-device';

export type BoardEditorHooks = {
  undo: () => void;
  redo: () => void;
  stopCapturing: () => void;
  settle: () => void;
  /** one sentence for the person */
  tell: (sentence: string) => void;
};

/** The block or point an arrow's end would go to: far away a block too, and never a whole layer, which would swallow the arrow. */
function arrowEndAt(board: Board, { x, y }: { x: number; y: number }): string | null {
  const depth = board.depth.get();
  const element = board.index.elementAt(x, y, depth === 'far' ? 'middle' : depth);
  return element !== null && board.layers.has(element) ? null : element;
}

/** The tools never see the template, except the arrow, which asks for what it may bind to. */
function hideTemplateFromTools(editor: Editor, board: Board): void {
  const original = editor.getShapeAtPoint.bind(editor);
  editor.getShapeAtPoint = (point, options = {}) => {
    const { filter } = options;
    if (editor.isIn('arrow') || editor.isIn('select.dragging_handle')) {
      const end = arrowEndAt(board, point);
      const host = end === null ? null : board.index.hostOf(end);
      return original(point, {
        ...options,
        filter: (shape) =>
          (!isElementShapeType(shape.type) || elementIdOfShape(shape.id) === host) && (filter?.(shape) ?? true),
      });
    }
    return original(point, {
      ...options,
      filter: (shape) => !isElementShapeType(shape.type) && (filter?.(shape) ?? true),
    });
  };
}

/** tldraw's history is not ours: it would undo others' work and does not know the document. */
function takeOverHistory(editor: Editor, hooks: BoardEditorHooks): void {
  const mark = editor.markHistoryStoppingPoint.bind(editor);
  editor.markHistoryStoppingPoint = (name) => {
    hooks.stopCapturing();
    return mark(name);
  };
  editor.undo = () => {
    hooks.undo();
    return editor;
  };
  editor.redo = () => {
    hooks.redo();
    return editor;
  };
}

/** The ball at a place lies on top of its element. */
function ballAt(board: Board, x: number, y: number): string | null {
  const depth = board.depth.get();
  for (const balls of [board.ownBalls.get()[depth], board.balls[depth]]) {
    const hit = [...balls.values()].flat().find((ball) => Math.hypot(ball.x - x, ball.y - y) <= ball.r);
    if (hit) return hit.pointId;
  }
  return null;
}

function chooseElementAt(editor: Editor, board: Board): void {
  const { x, y } = editor.inputs.currentPagePoint;
  board.choose.current(ballAt(board, x, y) ?? board.index.elementAt(x, y, board.depth.get()));
}

/** Further than this, in pixels, and a press was no click. */
const CLICK_SLOP = 5;

function wasClick(editor: Editor): boolean {
  const { originScreenPoint, currentScreenPoint } = editor.inputs;
  return originScreenPoint.dist(currentScreenPoint) < CLICK_SLOP && editor.isInAny('select', 'hand');
}

const overPeoplesThings = (editor: Editor): boolean =>
  editor.getShapeAtPoint(editor.inputs.currentPagePoint, { hitInside: true }) !== undefined;

function hintArrowEnd(editor: Editor, board: Board): void {
  if (!editor.isIn('arrow') && !editor.isIn('select.dragging_handle')) return;
  const point = editor.inputs.currentPagePoint;
  board.hinted.set(
    editor.getShapeAtPoint(point, {
      hitInside: true,
      filter: (shape) => !isElementShapeType(shape.type) && shape.type !== 'arrow',
    })
      ? null
      : arrowEndAt(board, point),
  );
}

/** A click on the template chooses an element; a double click brings it closer. */
function listenToPointer(editor: Editor, board: Board, hooks: BoardEditorHooks): () => void {
  let pressed = false;
  let isPanning = false;
  // On a touch screen a finger beside the notes moves the board, as on any map; a frame around notes is for a mouse.
  const panByTouch = (info: TLEventInfo & { type: 'pointer' }): void => {
    if (info.name === 'pointer_move' && editor.isIn('select.brushing') && editor.getInstanceState().isCoarsePointer) {
      isPanning = true;
      editor.setCurrentTool('hand.dragging', info);
    } else if (info.name === 'pointer_up' && isPanning) {
      isPanning = false;
      editor.setCurrentTool('select');
    }
  };
  const onPointer = (info: TLEventInfo & { type: 'pointer' }): void => {
    if (info.name === 'pointer_down') pressed = info.button === 0;
    if (info.name === 'pointer_move') hintArrowEnd(editor, board);
    panByTouch(info);
    if (info.name !== 'pointer_up') return;
    hooks.settle();
    if (!editor.isInAny('note', 'arrow')) board.hinted.set(null);
    if (pressed && wasClick(editor) && !overPeoplesThings(editor)) chooseElementAt(editor, board);
    pressed = false;
  };
  const onEvent = (info: TLEventInfo): void => {
    if (info.type === 'pointer') onPointer(info);
    if (info.type !== 'click' || info.name !== 'double_click' || info.phase !== 'up') return;
    if (!editor.isIn('select.idle') || overPeoplesThings(editor)) return;
    const { x, y } = editor.inputs.currentPagePoint;
    const element = board.index.elementAt(x, y, 'middle');
    if (element) showElement(editor, board, element);
  };
  editor.on('event', onEvent);
  return () => editor.off('event', onEvent);
}

/** A pasted or dropped address or text becomes a note; files stay outside. */
function takeTextOnly(editor: Editor, hooks: BoardEditorHooks): void {
  const asNote = (text: string, point: { x: number; y: number } | undefined): void => {
    const trimmed = text.trim();
    if (trimmed === '' || editor.getIsReadonly()) return;
    const { x, y } = point ?? editor.getViewportPageBounds().center;
    if (trimmed.length > MAX_TEXT_LENGTH) hooks.tell(nlCanvas.tooLong);
    editor.select(createNote(editor, x, y, cutText(trimmed, MAX_TEXT_LENGTH)));
  };
  editor.registerExternalContentHandler('text', ({ text, point }) => asNote(text, point));
  editor.registerExternalContentHandler('url', ({ url, point }) => asNote(url, point));
  editor.registerExternalContentHandler('files', () => hooks.tell(nlCanvas.noFiles));
  editor.registerExternalContentHandler('file-replace', () => hooks.tell(nlCanvas.noFiles));
  for (const kind of ['embed', 'svg-text', 'tldraw', 'excalidraw'] as const)
    editor.registerExternalContentHandler(kind, () => undefined);
}

/** One notch of a mouse wheel brings the board 15 % closer; pinching follows the fingers exactly. */
const MOUSE_ZOOM_SPEED = 1.5;

/** A mouse wheel zooms, as on any map; two fingers on a trackpad move the board, and pinching or Ctrl zooms. From the first turn, without a click. */
function listenToWheel(editor: Editor): () => void {
  const deviceOf = wheelDevices();
  const container = editor.getContainer();
  const onWheel = (event: WheelEvent): void => {
    if (!editor.getIsFocused()) editor.focus({ focusContainer: false });
    const zooms = deviceOf(event) === 'mouse' && !event.ctrlKey && !event.metaKey && !event.shiftKey;
    const wheelBehavior = zooms ? 'zoom' : 'pan';
    if (editor.getCameraOptions().wheelBehavior === wheelBehavior) return;
    editor.setCameraOptions({ wheelBehavior, zoomSpeed: zooms ? MOUSE_ZOOM_SPEED : 1 });
  };
  container.addEventListener('wheel', onWheel, { capture: true, passive: true });
  return () => container.removeEventListener('wheel', onWheel, { capture: true });
}

/** Sets an editor up for a board; returns what undoes it. */
export function prepareEditor(editor: Editor, board: Board, hooks: BoardEditorHooks): () => void {
  setBoardOf(editor, board);
  // A stop for Tab: the arrow keys move the board, Enter chooses what is in the middle.
  editor.getContainer().tabIndex = 0;
  hideTemplateFromTools(editor, board);
  const elements = watchElements(editor, board);
  board.elements.set(elements);
  takeOverHistory(editor, hooks);
  takeTextOnly(editor, hooks);
  editor.setStyleForNextShapes(DefaultDashStyle, 'solid');
  editor.setStyleForNextShapes(DefaultFontStyle, 'sans');
  editor.setStyleForNextShapes(DefaultSizeStyle, 'xl');
  const stops = [
    elements.stop,
    registerDefaultSideEffects(editor),
    guardTemplate(editor.store),
    guardArrows(editor),
    listenToPointer(editor, board, hooks),
    listenToWheel(editor),
    keepWhole(editor, board),
    react('depth', () => followZoom(board, editor.getZoomLevel())),
    // Styles of two thousand notes follow one attribute, without a render.
    react('depth for styles', () => {
      editor.getContainer().dataset.depth = board.depth.get();
    }),
    react('crowd for styles', () => {
      editor.getContainer().dataset.crowded = String(elements.items.get().length > FEW);
    }),
    react('ink', () => {
      const ink = board.inkColour.get();
      editor.setStyleForNextShapes(DefaultColorStyle, ink);
    }),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}
