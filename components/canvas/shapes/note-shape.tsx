import { Rectangle2d, ShapeUtil, type TLShapeId, useEditor, useValue } from 'tldraw';
import { nlCanvas } from '@/lib/messages/nl-canvas';
import { boardOf, useBoard } from '../board-context';
import { FADED } from '../layer/display-list';
import { noteSize } from './note-size';
import { sourceLine } from './note-source';
import styles from './people.module.css';
import { type NoteShape, noteShapeProps } from './shape-props';
import { TextEditor } from './text-editor';

export const useIsEditing = (id: TLShapeId): boolean => {
  const editor = useEditor();
  return useValue('editing', () => editor.getEditingShapeId() === id, [editor, id]);
};

function Note({ shape }: { shape: NoteShape }) {
  const editor = useEditor();
  const board = useBoard();
  const isEditing = useIsEditing(shape.id);
  const { colour, text, attached } = shape.props;
  const author = useValue(
    'author',
    () => board.names.get().get(String(shape.meta.author ?? board.me.get())) ?? nlCanvas.someone,
    [board, shape.meta.author],
  );
  const isFaded = useValue('faded', () => attached !== null && board.bright.get()?.has(attached) === false, [
    board,
    attached,
  ]);
  const { size, lineHeight, h, lines } = noteSize(text);
  const style = { fontSize: size, lineHeight: `${lineHeight}px` };
  const label = attached === null ? null : board.index.labelOf(attached);
  // Where it lies one sees; where it came from one does not.
  const about = sourceLine(shape.meta) ?? (label === null ? null : nlCanvas.on(label));
  return (
    <div className={styles.note} data-colour={colour} style={{ height: h, opacity: isFaded ? FADED : 1 }}>
      {isEditing ? (
        <TextEditor
          value={text}
          label={nlCanvas.noteLabel}
          className={styles.noteEditor ?? ''}
          style={style}
          onChange={(next) => editor.updateShape({ id: shape.id, type: 'kp-note', props: { text: next } })}
        />
      ) : (
        <div className={styles.noteText} style={style}>
          {lines.join('\n')}
        </div>
      )}
      <div className={styles.noteFoot}>
        <span className={styles.noteAuthor}>{author}</span>
        {about !== null && <span className={styles.noteOn}>{about}</span>}
      </div>
    </div>
  );
}

/** People's notes: one size, plain text, light enough for two thousand of them. */
export class NoteShapeUtil extends ShapeUtil<NoteShape> {
  static override type = 'kp-note' as const;
  static override props = noteShapeProps;
  override canEdit() {
    return true;
  }
  override canResize() {
    return false;
  }
  override hideRotateHandle() {
    return true;
  }
  override hideResizeHandles() {
    return true;
  }
  override getDefaultProps(): NoteShape['props'] {
    return { colour: 'yellow', text: '', attached: null };
  }
  override getText(shape: NoteShape) {
    return shape.props.text;
  }
  override getGeometry(shape: NoteShape) {
    const { w, h } = noteSize(shape.props.text);
    return new Rectangle2d({ width: w, height: h, isFilled: true });
  }
  override component(shape: NoteShape) {
    return <Note shape={shape} />;
  }
  override indicator(shape: NoteShape) {
    const { w, h } = noteSize(shape.props.text);
    return <rect width={w} height={h} rx={4} />;
  }
  override onTranslate(_initial: NoteShape, shape: NoteShape) {
    const board = boardOf(this.editor);
    const { w, h } = noteSize(shape.props.text);
    board?.hinted.set(board.index.elementAt(shape.x + w / 2, shape.y + h / 2, board.depth.get()));
  }
  override onTranslateEnd() {
    boardOf(this.editor)?.hinted.set(null);
  }
  override onTranslateCancel() {
    boardOf(this.editor)?.hinted.set(null);
  }
}
