/**
 * What people made, as the one layer draws it: plain values on the board, made once per version of a shape.
 */
import type { TLShape } from '@tldraw/tlschema';
import type { Rect } from '@/lib/domain/layout/picture';
import { breakLines } from '@/lib/domain/layout/text-lines';
import { NOTE_PADDING, noteSize } from '../shapes/note-size';
import { sourceLine } from '../shapes/note-source';
import type { DrawingShapeProps, InkColour, NoteColour, NoteShapeProps, TextShapeProps } from '../shapes/shape-props';
import { strokePath } from '../shapes/stroke-path';

type Common = { id: TLShape['id']; rect: Rect };
type Lines = { lines: readonly string[]; size: number; lineHeight: number };
export type NoteItem = Common &
  Lines & { kind: 'note'; colour: NoteColour; attached: string | null; author: string; source: string | null };
export type TextItem = Common & Lines & { kind: 'text'; colour: InkColour };
/** `path` is relative to the rectangle's corner plus `from`, where the stroke begins. */
export type DrawingItem = Common & { kind: 'drawing'; colour: InkColour; path: string; from: { x: number; y: number } };
export type LayerItem = NoteItem | TextItem | DrawingItem;

function noteItem(shape: TLShape): NoteItem {
  const { text, colour, attached } = shape.props as unknown as NoteShapeProps;
  const { w, h, size, lineHeight, lines } = noteSize(text);
  const rect = { x: shape.x, y: shape.y, w, h };
  return {
    kind: 'note',
    id: shape.id,
    rect,
    colour,
    attached,
    author: String(shape.meta.author ?? ''),
    source: sourceLine(shape.meta),
    lines,
    size,
    lineHeight,
  };
}

function textItem(shape: TLShape): TextItem {
  const { text, colour, width, size } = shape.props as unknown as TextShapeProps;
  const lines = breakLines(text, width, size, 'regular');
  const lineHeight = Math.round(size * 1.3);
  const rect = { x: shape.x, y: shape.y, w: width, h: Math.max(1, lines.length) * lineHeight };
  return { kind: 'text', id: shape.id, rect, colour, lines, size, lineHeight };
}

function drawingItem(shape: TLShape): DrawingItem {
  const { points, colour, size } = shape.props as unknown as DrawingShapeProps;
  let [left, top, right, bottom] = [0, 0, 0, 0];
  for (let at = 0; at + 1 < points.length; at += 2) {
    left = Math.min(left, points[at] ?? 0);
    right = Math.max(right, points[at] ?? 0);
    top = Math.min(top, points[at + 1] ?? 0);
    bottom = Math.max(bottom, points[at + 1] ?? 0);
  }
  const rect = {
    x: shape.x + left - size,
    y: shape.y + top - size,
    w: right - left + 2 * size,
    h: bottom - top + 2 * size,
  };
  return {
    kind: 'drawing',
    id: shape.id,
    rect,
    colour,
    path: strokePath(points, size),
    from: { x: shape.x, y: shape.y },
  };
}

const MAKERS: Record<string, (shape: TLShape) => LayerItem> = {
  'kp-note': noteItem,
  'kp-text': textItem,
  'kp-drawing': drawingItem,
};
const known = new WeakMap<TLShape, LayerItem>();

/** Null for what the layer does not draw: the template and arrows. */
export function layerItem(shape: TLShape): LayerItem | null {
  const before = known.get(shape);
  if (before) return before;
  const make = MAKERS[shape.type];
  if (!make) return null;
  const made = make(shape);
  known.set(shape, made);
  return made;
}

export const textInset = (item: LayerItem): number => (item.kind === 'note' ? NOTE_PADDING : 0);
