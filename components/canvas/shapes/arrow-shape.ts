/**
 * tldraw's arrow, held to what an ArrowRecord can say: an end points to the middle of a shape or of a point in a block,
 * or stands loose. Its order on the board is settled when it is made.
 */
import {
  ArrowBindingUtil,
  ArrowShapeUtil,
  type Editor,
  type TLArrowBinding,
  type TLArrowShape,
  type TLFontFace,
} from 'tldraw';
import { bindingAnchor, elementIdOfShape } from '../binding/record-mapping';
import { boardOf } from '../board-context';

const NO_FONTS: TLFontFace[] = [];

export class BoardArrowShapeUtil extends ArrowShapeUtil {
  override getFontFaces() {
    return NO_FONTS;
  }
  override getDefaultProps(): TLArrowShape['props'] {
    return { ...super.getDefaultProps(), dash: 'solid', font: 'sans' };
  }
}

export class BoardArrowBindingUtil extends ArrowBindingUtil {
  // tldraw would move an arrow above what it is bound to, on every screen and by itself, and look at every shape to do so.
  override onAfterCreate() {}
  override onAfterChange() {}
  override onAfterChangeFromShape() {}
  override onAfterChangeToShape() {}
}

function elementUnderPointer(editor: Editor, hostId: string): string {
  const board = boardOf(editor);
  const { x, y } = editor.inputs.currentPagePoint;
  const element = board?.index.elementAt(x, y, board.depth.get());
  return element && board?.index.hostOf(element) === hostId ? element : hostId;
}

/** Makes a binding say no more than a record can. */
function settled(editor: Editor, binding: TLArrowBinding): TLArrowBinding {
  const board = boardOf(editor);
  const host = elementIdOfShape(binding.toId);
  const element = host === null ? null : elementUnderPointer(editor, host);
  const anchor = element !== null && board ? bindingAnchor(element, board.index) : { x: 0.5, y: 0.5, precise: false };
  return {
    ...binding,
    meta: { ...binding.meta, element },
    props: {
      ...binding.props,
      normalizedAnchor: { x: anchor.x, y: anchor.y },
      isPrecise: anchor.precise,
      isExact: false,
      snap: 'none',
    },
  };
}

/** Keeps arrow ends within what records can say, and shows which element an end would go to. */
export function guardArrows(editor: Editor): () => void {
  const { sideEffects } = editor.store;
  const stops = [
    sideEffects.registerBeforeCreateHandler('binding', (binding, source) =>
      source === 'user' && binding.type === 'arrow' ? settled(editor, binding as TLArrowBinding) : binding,
    ),
    sideEffects.registerBeforeChangeHandler('binding', (_before, after, source) =>
      source === 'user' && after.type === 'arrow' ? settled(editor, after as TLArrowBinding) : after,
    ),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}
