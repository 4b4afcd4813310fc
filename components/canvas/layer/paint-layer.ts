/** Puts a display list on a 2D canvas. */
import { shortened } from '@/lib/domain/layout/text-lines';
import { INK, NOTE_PAPER } from '../shapes/paper-colours';
import type { DrawnItem } from './display-list';
import { type LayerItem, type NoteItem, textInset } from './layer-item';

export type Names = { author: (key: string) => string; place: (elementId: string) => string | null };

const FACE = '"Atkinson Hyperlegible", system-ui, sans-serif';
const NOTE_INK = '#1b2333';
const EDGE = 'rgb(27 35 51 / 22%)';
const FOOT_INK = '#3f4656';
const FOOT = { size: 13, lineHeight: 16, bottom: 8 } as const;
const paths = new WeakMap<LayerItem, Path2D>();

type Paint = { context: CanvasRenderingContext2D; zoom: number; names: Names };

function drawLetters({ context }: Paint, item: Exclude<LayerItem, { kind: 'drawing' }>): void {
  const inset = textInset(item);
  context.fillStyle = item.kind === 'note' ? NOTE_INK : INK[item.colour];
  context.font = `${item.size}px ${FACE}`;
  // The first line's baseline, as a browser centres letters in their line.
  const first = item.rect.y + inset + item.lineHeight / 2 + item.size * 0.34;
  for (const [index, line] of item.lines.entries())
    context.fillText(line, item.rect.x + inset, first + index * item.lineHeight);
}

function drawBars({ context }: Paint, item: Exclude<LayerItem, { kind: 'drawing' }>): void {
  const inset = textInset(item);
  const height = item.size * 0.5;
  context.fillStyle = item.kind === 'note' ? 'rgb(27 35 51 / 45%)' : INK[item.colour];
  item.lines.forEach((line, index) => {
    const y = item.rect.y + inset + index * item.lineHeight + (item.lineHeight - height) / 2;
    context.fillRect(item.rect.x + inset, y, Math.min(item.rect.w - 2 * inset, line.length * item.size * 0.5), height);
  });
}

function drawFoot({ context, names }: Paint, { rect, author, attached, source }: NoteItem): void {
  const place = source ?? (attached === null ? null : names.place(attached));
  const room = rect.w - 28;
  context.fillStyle = FOOT_INK;
  const base = rect.y + rect.h - FOOT.bottom - 4;
  if (place !== null) {
    context.font = `${FOOT.size}px ${FACE}`;
    context.fillText(shortened(place, room, FOOT.size, 'regular'), rect.x + 14, base);
  }
  context.font = `700 ${FOOT.size}px ${FACE}`;
  context.fillText(
    shortened(names.author(author), room, FOOT.size, 'bold'),
    rect.x + 14,
    base - (place === null ? 0 : FOOT.lineHeight),
  );
}

function drawNote(paint: Paint, { item, text }: DrawnItem & { item: NoteItem }): void {
  const { context, zoom } = paint;
  const { x, y, w, h } = item.rect;
  context.fillStyle = NOTE_PAPER[item.colour];
  context.fillRect(x, y, w, h);
  // One thin line instead of a shadow: two thousand shadows cost more than they show.
  context.strokeStyle = EDGE;
  context.lineWidth = 1 / zoom;
  context.strokeRect(x, y, w, h);
  if (text === 'letters') drawLetters(paint, item);
  else if (text === 'bars') drawBars(paint, item);
  if (FOOT.size * zoom >= 8) drawFoot(paint, item);
}

function drawStroke({ context }: Paint, item: Extract<LayerItem, { kind: 'drawing' }>): void {
  const path = paths.get(item) ?? new Path2D(item.path);
  paths.set(item, path);
  context.fillStyle = INK[item.colour];
  context.translate(item.from.x, item.from.y);
  context.fill(path);
  context.translate(-item.from.x, -item.from.y);
}

/** The context is already moved and scaled, so that everything is in board units. */
export function paintLayer(
  context: CanvasRenderingContext2D,
  list: readonly DrawnItem[],
  zoom: number,
  names: Names,
): void {
  const paint = { context, zoom, names };
  for (const drawn of list) {
    const { item } = drawn;
    context.globalAlpha = drawn.opacity;
    if (item.kind === 'note') drawNote(paint, { ...drawn, item });
    else if (item.kind === 'drawing') drawStroke(paint, item);
    else if (drawn.text === 'letters') drawLetters(paint, item);
    else drawBars(paint, item);
  }
  context.globalAlpha = 1;
}
