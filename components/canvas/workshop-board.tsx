'use client';
import 'tldraw/tldraw.css';
import { type ClipboardEvent, type KeyboardEvent, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import {
  ArrowShapeTool,
  atom,
  createTLStore,
  createTLUser,
  type Editor,
  EraserTool,
  HandTool,
  SelectTool,
  type TLComponents,
  type TLUserPreferences,
  TldrawEditor,
  TldrawHandles,
  TldrawScribble,
  TldrawShapeIndicators,
  useValue,
} from 'tldraw';
import { useBoardLink } from '@/components/board-link/board-link';
import type { SharedBoard } from '@/components/board-link/shared-board';
import { BoardCard } from '@/components/map/card/board-card';
import type { WorkshopState } from '@/lib/api/contracts';
import { layoutTemplate } from '@/lib/domain/layout/layout-template';
import type { Template } from '@/lib/domain/template/template';
import { nlCanvas } from '@/lib/messages/nl-canvas';
import styles from './board.module.css';
import { showFirst, showWholePicture, ZOOM_STEPS } from './board-camera';
import { type Board, BoardContext, makeBoard, useBoard } from './board-context';
import { handleArrowKey, handleBoardKey } from './board-keys';
import { type BoardSession, FIRST_VIEW, openSession, type SessionView } from './board-session';
import { BoardStatus, BoardTrouble } from './controls/board-status';
import { BoardToolbar } from './controls/board-toolbar';
import { BoardCardActions } from './controls/card-actions';
import { MiniMap } from './controls/mini-map';
import { WhereAmI, ZoomControls } from './controls/zoom-controls';
import { useMapOnBoard } from './map-on-board';
import { BoardArrowBindingUtil, BoardArrowShapeUtil } from './shapes/arrow-shape';
import { DrawingShapeUtil } from './shapes/drawing-shape';
import { BlockShapeUtil, LayerShapeUtil } from './shapes/element-shape';
import { NoteShapeUtil } from './shapes/note-shape';
import people from './shapes/people.module.css';
import { strokePath } from './shapes/stroke-path';
import { TextShapeUtil } from './shapes/text-shape';
import { Backdrop } from './template/backdrop';
import { Links } from './template/links';
import { templateShapes } from './template/template-shapes';
import { DrawTool } from './tools/draw-tool';
import { NoteTool } from './tools/note-tool';
import { TextTool } from './tools/text-tool';

export type WorkshopBoardProps = {
  state: WorkshopState;
  template: Template;
  licenseKey?: string | undefined;
  nonce?: string | undefined;
};

const SHAPES = [LayerShapeUtil, BlockShapeUtil, NoteShapeUtil, TextShapeUtil, DrawingShapeUtil, BoardArrowShapeUtil];
const BINDINGS = [BoardArrowBindingUtil];
const TOOLS = [SelectTool, HandTool, EraserTool, ArrowShapeTool, NoteTool, TextTool, DrawTool];
const CAMERA = { zoomSteps: ZOOM_STEPS, zoomSpeed: 1 };
/** Every font tldraw might ask for lies on this server; none is asked for, since all text is in the page's own face. */
const ASSETS = {
  fonts: Object.fromEntries(
    ['draw', 'sans', 'serif', 'mono'].flatMap((face) =>
      ['', '_italic', '_bold', '_italic_bold'].map((style) => [
        `tldraw_${face}${style}`,
        '/tldraw/fonts/IBMPlexSans-Medium.woff2',
      ]),
    ),
  ),
};

/** The stroke being made; it is no shape yet. */
function StrokeOverlay() {
  const board = useBoard();
  const stroke = useValue('stroke', () => board.stroke.get(), [board]);
  if (!stroke) return null;
  return (
    <svg className={people.drawing} data-ink={stroke.colour} aria-hidden>
      <path d={strokePath(stroke.points, stroke.size)} />
    </svg>
  );
}

/** What lies on top of every shape. */
function OnTop() {
  return (
    <>
      <Links />
      <StrokeOverlay />
    </>
  );
}

const COMPONENTS: TLComponents = {
  OnTheCanvas: Backdrop,
  Overlays: OnTop,
  Handles: TldrawHandles,
  Scribble: TldrawScribble,
  CollaboratorScribble: null,
  ShapeIndicators: TldrawShapeIndicators,
  SelectionForeground: null,
  Grid: null,
  LoadingScreen: null,
  Spinner: null,
};

/** Preferences of tldraw stay in memory: nothing of a session is left in the browser. */
function useBoardUser(key: string, name: string) {
  return useMemo(() => {
    const preferences = atom<TLUserPreferences>('preferences', { id: key, name, locale: 'nl', colorScheme: 'light' });
    return createTLUser({ userPreferences: preferences, setUserPreferences: (next) => preferences.set(next) });
  }, [key, name]);
}

function useBoardModel(template: Template, layoutVersion: number, me: string) {
  return useMemo(() => {
    const picture = layoutTemplate(template, layoutVersion, nlCanvas.key);
    const store = createTLStore({ shapeUtils: SHAPES, bindingUtils: BINDINGS });
    store.mergeRemoteChanges(() => store.put(templateShapes(picture)));
    return { board: makeBoard(picture, me), store };
  }, [template, layoutVersion, me]);
}

/** Names and results come with the workshop's state and change what the shapes show. */
function useStateOnBoard(board: Board, state: WorkshopState): void {
  useEffect(() => {
    const names = new Map(
      state.people.flatMap(
        ({ id, name }) =>
          [
            [`p:${id}`, name],
            [`u:${id}`, name],
            [id, name],
          ] as const,
      ),
    );
    names.set(state.me.key, state.me.name);
    board.names.set(names);
    const result = state.rounds.find((round) => round.result !== null)?.result;
    board.dots.set(new Map(result?.items.map((item) => [item.number, item.dots] as const)));
  }, [board, state]);
}

function useSession(editor: Editor | null, board: Board, link: SharedBoard) {
  const [view, setView] = useState<SessionView>(FIRST_VIEW);
  const [notice, setNotice] = useState<string | null>(null);
  const session = useRef<BoardSession | null>(null);
  useEffect(() => {
    if (!editor) return;
    setView(FIRST_VIEW);
    const opened = openSession({
      editor,
      board,
      link,
      onView: (change) => setView((before) => ({ ...before, ...change })),
      tell: setNotice,
    });
    session.current = opened;
    return () => opened.dispose();
  }, [editor, board, link]);
  useEffect(() => {
    if (notice === null) return;
    const timer = setTimeout(() => setNotice(null), 8_000);
    return () => clearTimeout(timer);
  }, [notice]);
  const change = useCallback((next: Partial<SessionView>) => setView((before) => ({ ...before, ...next })), []);
  return { view, notice, tell: setNotice, change, restart: () => session.current?.restart() };
}

function useUnloadWarning(unsaved: boolean): void {
  useEffect(() => {
    if (!unsaved) return;
    const warn = (event: BeforeUnloadEvent): void => event.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [unsaved]);
}

/** Text and addresses on the clipboard become a note; no clipboard API, which plain http does not have. */
function handlePaste(editor: Editor, event: ClipboardEvent, tell: (sentence: string) => void): void {
  const target = event.target as HTMLElement;
  if (['INPUT', 'TEXTAREA'].includes(target.tagName) || editor.getIsReadonly()) return;
  event.preventDefault();
  const text = event.clipboardData.getData('text/plain');
  if (text !== '') void editor.putExternalContent({ type: 'text', text });
  else if (event.clipboardData.files.length > 0) tell(nlCanvas.noFiles);
}

function handleCopy(editor: Editor, event: ClipboardEvent): void {
  if (['INPUT', 'TEXTAREA'].includes((event.target as HTMLElement).tagName)) return;
  const texts = editor
    .getSelectedShapes()
    .map((shape) => editor.getShapeUtil(shape).getText(shape) ?? '')
    .filter((text) => text !== '');
  if (texts.length === 0) return;
  event.preventDefault();
  event.clipboardData.setData('text/plain', texts.join('\n\n'));
}

type Shell = { editor: Editor | null; board: Board; canWrite: boolean; tell: (sentence: string) => void };

/** Keys, clipboard and focus of the whole board, controls included. */
function shellHandlers({ editor, board, canWrite, tell }: Shell) {
  if (!editor) return {};
  // tldraw hears no wheel and no key before it has the focus; ours it has from the first touch, without moving it.
  const attend = (): void => {
    if (!editor.getIsFocused()) editor.focus({ focusContainer: false });
  };
  return {
    onKeyDown: (event: KeyboardEvent) =>
      handleBoardKey(editor, event.nativeEvent, {
        canWrite,
        board,
        wholePicture: () => showWholePicture(editor, board, true),
      }),
    onKeyDownCapture: (event: KeyboardEvent) => {
      if (!handleArrowKey(editor, event.nativeEvent, canWrite)) return;
      event.preventDefault();
      event.stopPropagation();
    },
    onPaste: (event: ClipboardEvent) => handlePaste(editor, event, tell),
    onCopy: (event: ClipboardEvent) => handleCopy(editor, event),
    onPointerDownCapture: attend,
    onPointerMoveCapture: attend,
    onFocusCapture: attend,
  };
}

/** Keys work on arrival too: what nothing else on the page has the focus for, is for the board. */
function useKeysOfPage({ editor, board, canWrite }: Shell): void {
  useEffect(() => {
    if (!editor) return;
    const onKeyDown = (event: globalThis.KeyboardEvent): void => {
      if (event.target !== document.body || event.defaultPrevented || ['Enter', 'Escape'].includes(event.key)) return;
      if (handleArrowKey(editor, event, canWrite)) event.preventDefault();
      else
        handleBoardKey(editor, event, { canWrite, board, wholePicture: () => showWholePicture(editor, board, true) });
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [editor, board, canWrite]);
}

/** The board of a workshop: the template, what people put on it, and the tools. */
export function WorkshopBoard({ state, template, licenseKey, nonce }: WorkshopBoardProps) {
  const { me } = state;
  const canWrite = me.canWrite && state.closedAt === null;
  const [editor, setEditor] = useState<Editor | null>(null);
  const { board, store } = useBoardModel(template, state.layoutVersion, me.key);
  const user = useBoardUser(me.key, me.name);
  const { view, notice, tell, change, restart } = useSession(editor, board, useBoardLink().link);
  useStateOnBoard(board, state);
  useMapOnBoard(editor, board, template);
  useUnloadWarning(view.save.unsaved);
  useKeysOfPage({ editor, board, canWrite, tell });
  useEffect(() => {
    editor?.updateInstanceState({ isReadonly: !canWrite });
    // Who only looks moves the board with every drag.
    if (!canWrite) editor?.setCurrentTool('hand');
  }, [editor, canWrite]);
  const options = useMemo(
    () => ({
      nonce,
      maxPages: 1,
      maxShapesPerPage: 50_000,
      createTextOnCanvasDoubleClick: false,
      branding: nlCanvas.boardLabel,
    }),
    [nonce],
  );
  const handleMount = useCallback(
    (mounted: Editor) => {
      setEditor(mounted);
      showFirst(mounted, board);
    },
    [board],
  );
  return (
    <BoardContext.Provider value={board}>
      <div className={styles.board} data-look-only={!canWrite} {...shellHandlers({ editor, board, canWrite, tell })}>
        <TldrawEditor
          store={store}
          user={user}
          shapeUtils={SHAPES}
          bindingUtils={BINDINGS}
          tools={TOOLS}
          components={COMPONENTS}
          initialState="select"
          autoFocus={false}
          cameraOptions={CAMERA}
          options={options}
          assetUrls={ASSETS}
          onMount={handleMount}
          {...(licenseKey ? { licenseKey } : {})}
        />
        {editor && (
          <>
            <BoardToolbar editor={editor} board={board} canWrite={canWrite} undo={view.undo} />
            <ZoomControls editor={editor} board={board} />
            <WhereAmI editor={editor} board={board} />
            <MiniMap editor={editor} board={board} />
            <BoardCard
              actions={<BoardCardActions editor={editor} board={board} canWrite={canWrite} />}
              onClosed={() => editor.getContainer().focus({ preventScroll: true })}
            />
          </>
        )}
        <BoardStatus view={view} notice={notice} />
        <BoardTrouble view={view} onClose={() => change({ refused: null })} onRestart={restart} />
      </div>
    </BoardContext.Provider>
  );
}
