import { DefaultColorStyle, type Editor, useValue } from 'tldraw';
import { INK_COLOURS, NOTE_COLOURS } from '@/lib/collab/records';
import { nlCanvas } from '@/lib/messages/nl-canvas';
import type { Board } from '../board-context';
import { placeInMiddle, removeSelected, TOOL_IDS, TOOL_KEYS, type ToolId } from '../board-keys';
import type { InkColour, NoteColour } from '../shapes/shape-props';
import styles from './controls.module.css';
import { Icon } from './icons';

const LOOK_ONLY: readonly ToolId[] = ['select', 'hand'];

function Tools({ editor, canWrite }: { editor: Editor; canWrite: boolean }) {
  const current = useValue('tool', () => editor.getCurrentToolId(), [editor]);
  return (canWrite ? TOOL_IDS : LOOK_ONLY).map((id) => (
    <button
      key={id}
      type="button"
      className={styles.tool}
      aria-pressed={current === id}
      aria-keyshortcuts={TOOL_KEYS[id]}
      aria-label={nlCanvas.tools[id]}
      title={nlCanvas.toolTitle(nlCanvas.tools[id], TOOL_KEYS[id])}
      onClick={({ detail }) => {
        // No detail: the keyboard pressed it, and there is no pointer to place anything with.
        if (detail !== 0 || !placeInMiddle(editor, id)) editor.setCurrentTool(id);
      }}
    >
      <Icon name={id} />
    </button>
  ));
}

type ColourKind = 'note' | 'ink' | null;

/** Which colours matter now: of the chosen tool, or of what is selected. */
function colourKind(editor: Editor): ColourKind {
  const types = new Set(editor.getSelectedShapes().map((shape) => shape.type as string));
  const tool = editor.getCurrentToolId();
  if (tool === 'note') return 'note';
  if (['text', 'draw', 'arrow'].includes(tool)) return 'ink';
  if (types.has('kp-note')) return 'note';
  if (types.size > 0) return 'ink';
  return null;
}

function applyNoteColour(editor: Editor, board: Board, colour: NoteColour): void {
  board.noteColour.set(colour);
  const notes = editor.getSelectedShapes().filter((shape) => (shape.type as string) === 'kp-note');
  if (notes.length === 0) return;
  editor.markHistoryStoppingPoint('colour');
  editor.updateShapes(notes.map(({ id, type }) => ({ id, type, props: { colour } })));
}

function applyInk(editor: Editor, board: Board, colour: InkColour): void {
  board.inkColour.set(colour);
  const inked = editor.getSelectedShapes().filter((shape) => (shape.type as string) !== 'kp-note');
  if (inked.length === 0) return;
  editor.markHistoryStoppingPoint('colour');
  editor.updateShapes(
    inked.map(({ id, type }) => ({
      id,
      type,
      props: type === 'arrow' ? { color: colour, labelColor: colour } : { colour },
    })),
  );
  editor.setStyleForNextShapes(DefaultColorStyle, colour);
}

function Swatches<C extends string>({
  colours,
  names,
  current,
  kind,
  onPick,
}: {
  colours: readonly C[];
  names: Record<C, string>;
  current: C;
  kind: 'note' | 'ink';
  onPick: (colour: C) => void;
}) {
  return (
    <fieldset className={styles.swatches} aria-label={nlCanvas.colours}>
      {colours.map((colour) => (
        <button
          key={colour}
          type="button"
          className={styles.swatch}
          data-kind={kind}
          data-colour={colour}
          aria-pressed={colour === current}
          aria-label={names[colour]}
          title={names[colour]}
          onClick={() => onPick(colour)}
        />
      ))}
    </fieldset>
  );
}

function Colours({ editor, board }: { editor: Editor; board: Board }) {
  const kind = useValue('colours', () => colourKind(editor), [editor]);
  const note = useValue('note colour', () => board.noteColour.get(), [board]);
  const ink = useValue('ink', () => board.inkColour.get(), [board]);
  if (kind === 'note')
    return (
      <Swatches
        kind="note"
        colours={NOTE_COLOURS}
        names={nlCanvas.noteColours}
        current={note}
        onPick={(colour) => applyNoteColour(editor, board, colour)}
      />
    );
  if (kind === 'ink')
    return (
      <Swatches
        kind="ink"
        colours={INK_COLOURS}
        names={nlCanvas.inkColours}
        current={ink}
        onPick={(colour) => applyInk(editor, board, colour)}
      />
    );
  return null;
}

export type BoardToolbarProps = {
  editor: Editor;
  board: Board;
  canWrite: boolean;
  undo: { canUndo: boolean; canRedo: boolean };
};

/** The tools, outside tldraw's own container. */
export function BoardToolbar({ editor, board, canWrite, undo }: BoardToolbarProps) {
  const hasSelection = useValue('selection', () => editor.getSelectedShapeIds().length > 0, [editor]);
  return (
    <div className={styles.toolbar} role="toolbar" aria-label={nlCanvas.toolbar}>
      <Tools editor={editor} canWrite={canWrite} />
      {canWrite && (
        <>
          <span className={styles.divider} />
          <button
            type="button"
            className={styles.tool}
            aria-label={nlCanvas.undo}
            title={`${nlCanvas.undo} (Ctrl+Z)`}
            disabled={!undo.canUndo}
            onClick={() => editor.undo()}
          >
            <Icon name="undo" />
          </button>
          <button
            type="button"
            className={styles.tool}
            aria-label={nlCanvas.redo}
            title={`${nlCanvas.redo} (Ctrl+Y)`}
            disabled={!undo.canRedo}
            onClick={() => editor.redo()}
          >
            <Icon name="redo" />
          </button>
          {hasSelection && (
            <button
              type="button"
              className={styles.tool}
              aria-label={nlCanvas.remove}
              title={nlCanvas.remove}
              onClick={() => removeSelected(editor)}
            >
              <Icon name="remove" />
            </button>
          )}
          <Colours editor={editor} board={board} />
        </>
      )}
    </div>
  );
}
