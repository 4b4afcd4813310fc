/**
 * Which shapes are elements of the page. tldraw would make one for every shape, in sight or not; here it makes one for
 * what is read, chosen or touched, and the layer draws the rest.
 */
import { computed, type Editor, react, type Signal, type TLShape, type TLShapeId } from 'tldraw';
import type { Rect } from '@/lib/domain/layout/picture';
import { elementIdOfShape } from '../binding/record-mapping';
import type { Board } from '../board-context';
import { isElementShapeType } from '../shapes/shape-props';
import { grown, overlaps, readableIds, stepTowards } from './element-choice';
import { type LayerItem, layerItem } from './layer-item';

/** The layer lies between the template and what is an element; see things-layer.tsx. */
export const LAYER_Z = 1_000;
/** Elements that come per frame, once the board stands still. */
const PER_FRAME = 24;
/** Blocks this far outside the view are there already when one moves on. */
const BLOCK_ROOM = 0.5;

/** Who chooses everything moves it in the layer. */
const MOST_CHOSEN = 200;

export type BoardElements = {
  /** everything the layer may draw, from below to on top */
  items: Signal<readonly LayerItem[]>;
  /** what the layer leaves out */
  elements: Signal<ReadonlySet<TLShapeId>>;
  /** notes per element they are attached to */
  notesOn: Signal<ReadonlyMap<string, number>>;
};

const sameSet = (a: ReadonlySet<unknown>, b: ReadonlySet<unknown>): boolean =>
  a.size === b.size && [...a].every((one) => b.has(one));
const sameList = (a: readonly unknown[], b: readonly unknown[]): boolean =>
  a.length === b.length && a.every((one, at) => one === b[at]);

const viewOf = (editor: Editor): Rect => {
  const { x, y, w, h } = editor.getViewportPageBounds();
  return { x, y, w, h };
};

/** Readable things become elements a few per frame, when nothing moves; they stop being so at once. */
function watchReadable(editor: Editor, board: Board, items: Signal<readonly LayerItem[]>): () => void {
  let frame: number | null = null;
  const step = (): void => {
    frame = null;
    const wanted = readableIds(items.get(), grown(viewOf(editor), 0.1), board.depth.get());
    const before = board.readable.get();
    const next = stepTowards(before, wanted, PER_FRAME);
    if (!sameSet(before, next)) board.readable.set(next);
    if (next.size < wanted.length) frame = requestAnimationFrame(step);
  };
  const stop = react('readable things', () => {
    const isFar = board.depth.get() === 'far' || board.depth.get() === 'middle';
    if (editor.getCameraState() === 'moving' && !isFar) return;
    items.get();
    // Once it stands still; the camera's own place is read in `step`, untracked.
    editor.getViewportScreenBounds();
    frame ??= requestAnimationFrame(step);
  });
  return () => {
    stop();
    if (frame !== null) cancelAnimationFrame(frame);
  };
}

function touchedIds(editor: Editor): Set<TLShapeId> {
  const ids = new Set<TLShapeId>([
    ...editor.getSelectedShapeIds().slice(0, MOST_CHOSEN),
    ...editor.getErasingShapeIds().slice(0, MOST_CHOSEN),
    ...editor.getHintingShapeIds(),
  ]);
  const editing = editor.getEditingShapeId();
  if (editing) ids.add(editing);
  return ids;
}

/** Layers always; blocks where one looks, and what is marked. */
function templateIds(editor: Editor, board: Board): Signal<ReadonlySet<string>> {
  return computed(
    'template in sight',
    () => {
      const ids = new Set<string>(board.layers.keys());
      for (const marked of [board.focused.get(), board.hinted.get()]) {
        const host = marked === null ? null : board.index.hostOf(marked);
        if (host !== null) ids.add(host);
      }
      if (board.depth.get() === 'far') return ids;
      const view = grown(viewOf(editor), BLOCK_ROOM);
      for (const card of board.cards.values()) if (overlaps(card.rect, view)) ids.add(card.id);
      return ids;
    },
    { isEqual: sameSet },
  );
}

type Rendered = ReturnType<Editor['getRenderingShapes']>[number];

function renderedOf(editor: Editor, shape: TLShape, index: number): Rendered {
  const isErasing = editor.getErasingShapeIds().includes(shape.id);
  return {
    id: shape.id,
    shape,
    util: editor.getShapeUtil(shape),
    index,
    backgroundIndex: index,
    opacity: isErasing ? 0.32 : 1,
  };
}

/** Takes over what tldraw makes elements of; returns the signals the layer draws from, and what stops it. */
export function watchElements(editor: Editor, board: Board): BoardElements & { stop: () => void } {
  const items = computed<readonly LayerItem[]>(
    'things on the board',
    () =>
      editor.getCurrentPageShapesSorted().flatMap((shape) => {
        const item = layerItem(shape);
        return item ? [item] : [];
      }),
    { isEqual: sameList },
  );
  const elements = computed<ReadonlySet<TLShapeId>>(
    'elements',
    () => {
      const ids = touchedIds(editor);
      for (const id of board.readable.get()) ids.add(id);
      return ids;
    },
    { isEqual: sameSet },
  );
  const template = templateIds(editor, board);
  const isElement = (shape: TLShape, hovered: TLShapeId | null): boolean => {
    if (isElementShapeType(shape.type)) return template.get().has(elementIdOfShape(shape.id) ?? '');
    return shape.type === 'arrow' || shape.id === hovered || elements.get().has(shape.id);
  };
  const rendering = computed('elements of the page', () => {
    const hovered = editor.getHoveredShapeId();
    const chosen: Rendered[] = [];
    editor.getCurrentPageShapesSorted().forEach((shape, at) => {
      if (isElement(shape, hovered))
        chosen.push(renderedOf(editor, shape, isElementShapeType(shape.type) ? at + 1 : LAYER_Z + at));
    });
    // The order in the page stays the same when the order on the board changes.
    return chosen.sort((a, b) => (a.id < b.id ? -1 : 1));
  });
  editor.getRenderingShapes = () => rendering.get();
  const notesOn = computed<ReadonlyMap<string, number>>('notes per element', () => {
    const counts = new Map<string, number>();
    for (const item of items.get())
      if (item.kind === 'note' && item.attached !== null)
        counts.set(item.attached, (counts.get(item.attached) ?? 0) + 1);
    return counts;
  });
  return { items, elements, notesOn, stop: watchReadable(editor, board, items) };
}
