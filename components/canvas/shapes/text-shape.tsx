import { Rectangle2d, ShapeUtil, type TLHandle, type TLHandleDragInfo, useEditor } from 'tldraw';
import { nlCanvas } from '@/lib/messages/nl-canvas';
import { useIsEditing } from './note-shape';
import { textHeight } from './note-size';
import styles from './people.module.css';
import { type TextShape, textShapeProps } from './shape-props';
import { TextEditor } from './text-editor';

const MIN_WIDTH = 60;

function LooseText({ shape }: { shape: TextShape }) {
  const editor = useEditor();
  const isEditing = useIsEditing(shape.id);
  const { colour, text, width, size } = shape.props;
  const style = { fontSize: size, lineHeight: `${Math.round(size * 1.3)}px`, width };
  return (
    <div className={styles.looseText} data-ink={colour} style={{ ...style, height: textHeight(text, width, size) }}>
      {isEditing ? (
        <TextEditor
          value={text}
          label={nlCanvas.textLabel}
          className={styles.looseEditor ?? ''}
          style={style}
          onChange={(next) => editor.updateShape({ id: shape.id, type: 'kp-text', props: { text: next } })}
        />
      ) : (
        text
      )}
    </div>
  );
}

/** Text without a background; a handle at its right side sets the width. */
export class TextShapeUtil extends ShapeUtil<TextShape> {
  static override type = 'kp-text' as const;
  static override props = textShapeProps;
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
  override getDefaultProps(): TextShape['props'] {
    return { colour: 'black', text: '', width: 320, size: 26 };
  }
  override getText(shape: TextShape) {
    return shape.props.text;
  }
  override getGeometry({ props }: TextShape) {
    return new Rectangle2d({
      width: props.width,
      height: textHeight(props.text, props.width, props.size),
      isFilled: true,
    });
  }
  override getHandles({ props }: TextShape): TLHandle[] {
    return [
      {
        id: 'width',
        type: 'vertex',
        index: 'a1' as TLHandle['index'],
        x: props.width,
        y: textHeight(props.text, props.width, props.size) / 2,
      },
    ];
  }
  override onHandleDrag(shape: TextShape, { handle }: TLHandleDragInfo<TextShape>) {
    return { ...shape, props: { ...shape.props, width: Math.round(Math.max(MIN_WIDTH, handle.x)) } };
  }
  override component(shape: TextShape) {
    return <LooseText shape={shape} />;
  }
  override indicator({ props }: TextShape) {
    return <rect width={props.width} height={textHeight(props.text, props.width, props.size)} rx={2} />;
  }
  override onEditEnd(shape: TextShape) {
    if (shape.props.text.trim() === '') this.editor.deleteShape(shape.id);
  }
}
