/**
 * One person at one board: the binding of its document to the store, the cursors. Without React. The connection is the
 * page's own, shared with list and cards.
 */

import type { TLShape } from '@tldraw/tlschema';
import type { Editor } from 'tldraw';
import type * as Y from 'yjs';
import type { SharedBoard } from '@/components/board-link/shared-board';
import type { StopReason } from '@/lib/collab/board-client';
import type { SaveState } from '@/lib/collab/save-state';
import { nlCanvas } from '@/lib/messages/nl-canvas';
import { type Placement, type Scheduler, StoreBinding } from './binding/bind-store';
import { bindPresence } from './binding/presence';
import type { Board } from './board-context';
import { prepareEditor } from './board-editor';
import { noteSize } from './shapes/note-size';
import type { NoteShapeProps } from './shapes/shape-props';

export type SessionView = {
  save: SaveState;
  isLoaded: boolean;
  /** records that cannot be shown */
  setAside: number;
  undo: { canUndo: boolean; canRedo: boolean };
  refused: string[] | null;
  stopped: { reason: StopReason; texts: string[] } | null;
};

export const FIRST_VIEW: SessionView = {
  save: { connection: 'connecting', unsaved: false },
  isLoaded: false,
  setAside: 0,
  undo: { canUndo: false, canRedo: false },
  refused: null,
  stopped: null,
};

export type SessionOptions = {
  editor: Editor;
  board: Board;
  link: SharedBoard;
  onView: (change: Partial<SessionView>) => void;
  tell: (sentence: string) => void;
};

export type BoardSession = { restart: () => void; dispose: () => void };

const browserScheduler: Scheduler = {
  nextFrame: (run) => {
    // A hidden tab draws no frames, and its changes have to leave it all the same.
    if (document.hidden) return browserScheduler.later(run, 50);
    const id = requestAnimationFrame(run);
    return () => cancelAnimationFrame(id);
  },
  later: (run, ms) => {
    const id = setTimeout(run, ms);
    return () => clearTimeout(id);
  },
  now: () => performance.now(),
};

/** The middle of a note counts; of other things their top left corner, or where a line begins. */
function placeOf(board: Board, shape: TLShape): Placement {
  if (shape.type !== ('kp-note' as TLShape['type']))
    return { anchor: board.index.anchorAt(shape.x, shape.y), attached: null };
  const { w, h } = noteSize((shape.props as unknown as NoteShapeProps).text);
  const x = shape.x + w / 2;
  const y = shape.y + h / 2;
  return { anchor: board.index.anchorAt(x, y), attached: board.index.elementAt(x, y, board.depth.get()) };
}

/** Passes on what changed of the link since the last time. */
function followLink(link: SharedBoard, onView: (change: Partial<SessionView>) => void): () => void {
  const told: Partial<SessionView> = {};
  const tell = (): void => {
    const { save, isLoaded, refused, stopped } = link.getView();
    const now: Partial<SessionView> = { save, isLoaded, refused, stopped };
    const changed = Object.entries(now).filter(([name, value]) => told[name as keyof SessionView] !== value);
    Object.assign(told, now);
    if (changed.length > 0) onView(Object.fromEntries(changed));
  };
  tell();
  return link.subscribe(tell);
}

/** Keeps store and document together until disposed, also when another document takes the place of a refused one. */
export function openSession({ editor, board, link, onView, tell }: SessionOptions): BoardSession {
  let binding: StoreBinding | null = null;
  let stopPresence: (() => void) | null = null;
  const me = board.me.get();
  const stopEditor = prepareEditor(editor, board, {
    undo: () => binding?.undo(),
    redo: () => binding?.redo(),
    stopCapturing: () => binding?.stopCapturing(),
    settle: () => binding?.settle(),
    tell,
  });
  const bind = (doc: Y.Doc): StoreBinding =>
    new StoreBinding({
      store: editor.store,
      doc,
      index: board.index,
      me,
      scheduler: browserScheduler,
      placeOf: (shape) => placeOf(board, shape),
      isMoving: () => editor.inputs.isPointing,
      onSetAside: (keys) => onView({ setAside: keys.size }),
      onUndoChange: (undo) => onView({ undo }),
    });
  const stopDocs = link.onDoc((doc, awareness) => {
    stopPresence?.();
    if (binding) binding.rebind(doc);
    else binding = bind(doc);
    const nameOf = (key: string): string => board.names.get().get(key) ?? nlCanvas.someone;
    stopPresence = bindPresence({ editor, awareness, me, nameOf });
  });
  const stopLink = followLink(link, onView);
  void link.need();

  return {
    restart: link.restart,
    dispose: () => {
      stopDocs();
      stopLink();
      binding?.dispose();
      stopPresence?.();
      stopEditor();
    },
  };
}
