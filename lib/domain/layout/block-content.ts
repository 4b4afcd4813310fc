/**
 * What stands in a card: a heading, and under it groups and points in one or more text columns.
 * First measured for a number of text columns, later placed in the card's final height.
 */

import type { Point, PointKind } from '../template/template';
import type { PictureBlock, PictureGroup, PicturePoint, Rect, TextBox } from './picture';
import { breakLines, textWidth } from './text-lines';
import {
  BALL,
  BULLET_INDENT,
  GRID,
  HEADLINE_ROOM_SIZE,
  HEADLINE_SIZES,
  LEVEL_INDENT,
  MAX_EXTRA_GAP,
  TYPE,
} from './type-scale';

export type ContentItem =
  | { type: 'group'; id: string; label: string }
  | { type: 'point'; id: string; parentId: string; label: string; kind: PointKind; level: number };

export type BlockContent = { id: string; layerId: string; label: string; items: ContentItem[]; ballCount: number };

const SMALLEST_HEADLINE = HEADLINE_SIZES[HEADLINE_SIZES.length - 1] ?? TYPE.heading.size;

type Measured = { item: ContentItem; lines: string[]; height: number };

export const cardWidth = (span: number, columnWidth: number): number => span * columnWidth + (span - 1) * GRID.gutter;

const innerWidth = (width: number): number => width - 2 * GRID.cardPadding;
const textColumnWidth = (width: number, columns: number): number =>
  (innerWidth(width) - (columns - 1) * GRID.gutter) / columns;
/** Text columns in a card of this width: as many as the grid has. */
const textColumns = (span: number): number => span;

/** Rows of balls on the top edge; their lower half needs room inside the card. */
function ballRoom(ballCount: number, width: number): number {
  if (ballCount === 0) return 0;
  const perRow = Math.max(1, Math.floor((innerWidth(width) + BALL.gap) / (2 * (BALL.middle / 2) + BALL.gap)));
  return Math.ceil(ballCount / perRow) * (BALL.middle + BALL.gap) - BALL.middle / 2 - BALL.gap - 6;
}

function headingBox(content: BlockContent, rect: Rect): TextBox {
  const w = innerWidth(rect.w);
  const { size, lineHeight } = TYPE.heading;
  const lines = content.label === '' ? [] : breakLines(content.label, w, size, 'bold');
  const y = rect.y + GRID.cardPadding - 2 + ballRoom(content.ballCount, rect.w);
  return { x: rect.x + GRID.cardPadding, y, w, h: lines.length * lineHeight, lines, size, lineHeight, weight: 'bold' };
}

const lineHeightOf = (size: number): number => Math.round(size * 1.16);

/** No word is ever split in a heading as long as a smaller size can prevent it. */
function wordsFit(label: string, width: number, size: number): boolean {
  return label.split(/\s+/u).every((word) => textWidth(word, size, 'bold') <= width);
}

/** Height a card needs for its heading at the middle depth. */
function headlineRoom(content: BlockContent, width: number): number {
  if (content.label === '') return 0;
  const inner = innerWidth(width);
  const size =
    HEADLINE_SIZES.find((one) => one <= HEADLINE_ROOM_SIZE && wordsFit(content.label, inner, one)) ?? SMALLEST_HEADLINE;
  return (
    breakLines(content.label, inner, size, 'bold').length * lineHeightOf(size) +
    2 * GRID.cardPadding +
    ballRoom(content.ballCount, width)
  );
}

/** The heading of the middle depth, as large as the card allows. */
function headlineBox(content: BlockContent, rect: Rect): TextBox {
  const w = innerWidth(rect.w);
  const top = GRID.cardPadding + ballRoom(content.ballCount, rect.w);
  const room = rect.h - top - GRID.cardPadding;
  const size =
    HEADLINE_SIZES.find(
      (one) =>
        wordsFit(content.label, w, one) && breakLines(content.label, w, one, 'bold').length * lineHeightOf(one) <= room,
    ) ?? SMALLEST_HEADLINE;
  const lines = content.label === '' ? [] : breakLines(content.label, w, size, 'bold');
  const lineHeight = lineHeightOf(size);
  return {
    x: rect.x + GRID.cardPadding,
    y: rect.y + top,
    w,
    h: lines.length * lineHeight,
    lines,
    size,
    lineHeight,
    weight: 'bold',
  };
}

const indentOf = (item: ContentItem): number => (item.type === 'group' ? 0 : BULLET_INDENT + item.level * LEVEL_INDENT);

function measureItem(item: ContentItem, width: number): Measured {
  const type = item.type === 'group' ? TYPE.group : TYPE.point;
  const lines = breakLines(item.label, width - indentOf(item), type.size, item.type === 'group' ? 'bold' : 'regular');
  const height =
    lines.length * type.lineHeight + (item.type === 'group' ? TYPE.group.before + TYPE.group.after : TYPE.point.gap);
  return { item, lines, height };
}

/** Fills text columns in order, none higher than `limit`; a group's heading stays with its first point. */
function fillColumns(items: Measured[], limit: number): Measured[][] {
  const columns: Measured[][] = [[]];
  let used = 0;
  items.forEach((measured, at) => {
    const next = items[at + 1];
    const need = measured.height + (measured.item.type === 'group' && next ? next.height : 0);
    if (used > 0 && used + need > limit) {
      columns.push([]);
      used = 0;
    }
    columns[columns.length - 1]?.push(measured);
    used += measured.height;
  });
  return columns;
}

const columnHeight = (column: Measured[]): number => column.reduce((sum, measured) => sum + measured.height, 0);

/** The lowest way to spread the items over at most `count` columns. */
function balanceColumns(items: Measured[], count: number): Measured[][] {
  const tallest = Math.max(0, ...items.map((item) => item.height));
  let low = Math.max(tallest, Math.floor(columnHeight(items) / count));
  let high = Math.max(low, columnHeight(items));
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (fillColumns(items, middle).length <= count) high = middle;
    else low = middle + 1;
  }
  return fillColumns(items, high);
}

function columnsFor(content: BlockContent, cardW: number, span: number): Measured[][] {
  const count = textColumns(span);
  const width = textColumnWidth(cardW, count);
  return balanceColumns(
    content.items.map((item) => measureItem(item, width)),
    count,
  );
}

/** How high the card has to be when it is `span` grid columns wide. */
export function measureBlock(content: BlockContent, span: number, columnWidth: number): number {
  const rect = { x: 0, y: 0, w: cardWidth(span, columnWidth), h: 0 };
  const heading = headingBox(content, rect);
  const body = Math.max(0, ...columnsFor(content, rect.w, span).map(columnHeight));
  const near = heading.y + heading.h + (body > 0 ? TYPE.heading.after + body : 0) + GRID.cardPadding;
  return Math.ceil(Math.max(near, headlineRoom(content, rect.w)));
}

/** Puts the content into its final rectangle; room that is left goes between the points, within bounds. */
export function placeBlock(content: BlockContent, rect: Rect, span: number): PictureBlock {
  const heading = headingBox(content, rect);
  const columns = columnsFor(content, rect.w, span);
  const top = heading.y + heading.h + TYPE.heading.after;
  const width = textColumnWidth(rect.w, textColumns(span));
  const spare = columns.map(
    (column) => (rect.y + rect.h - GRID.cardPadding - top - columnHeight(column)) / Math.max(1, column.length),
  );
  const extra = Math.max(0, Math.min(MAX_EXTRA_GAP, ...spare));
  const groups: PictureGroup[] = [];
  const points: PicturePoint[] = [];
  columns.forEach((column, index) => {
    placeColumn({
      column,
      x: rect.x + GRID.cardPadding + index * (width + GRID.gutter),
      y: top,
      width,
      extra,
      groups,
      points,
    });
  });
  return {
    id: content.id,
    layerId: content.layerId,
    label: content.label,
    rect,
    heading,
    headline: headlineBox(content, rect),
    groups,
    points,
    pointCount: content.items.filter((item) => item.type === 'point').length,
  };
}

type PlaceColumn = {
  column: Measured[];
  x: number;
  y: number;
  width: number;
  extra: number;
  groups: PictureGroup[];
  points: PicturePoint[];
};

function placeColumn({ column, x, y, width, extra, groups, points }: PlaceColumn): void {
  let at = y;
  column.forEach(({ item, lines, height }, index) => {
    const indent = indentOf(item);
    if (item.type === 'group') {
      const before = index === 0 ? 0 : TYPE.group.before;
      const { size, lineHeight } = TYPE.group;
      groups.push({
        id: item.id,
        text: { x, y: at + before, w: width, h: lines.length * lineHeight, lines, size, lineHeight, weight: 'bold' },
      });
      at += height - (TYPE.group.before - before) + extra;
      return;
    }
    const { size, lineHeight } = TYPE.point;
    const h = lines.length * lineHeight;
    points.push({
      id: item.id,
      parentId: item.parentId,
      kind: item.kind,
      level: item.level,
      rect: { x, y: at, w: width, h },
      text: { x: x + indent, y: at, w: width - indent, h, lines, size, lineHeight, weight: 'regular' },
    });
    at += height + extra;
  });
}

/** The points and groups below an element, in reading order. */
export function contentItems(
  rootId: string,
  children: ReadonlyMap<string, (ContentItem & { order: number })[]>,
  level = 0,
): ContentItem[] {
  return (children.get(rootId) ?? []).flatMap((child) => {
    const { order: _order, ...item } = child;
    const own: ContentItem = item.type === 'point' ? { ...item, level } : item;
    return [own, ...contentItems(child.id, children, item.type === 'point' ? level + 1 : 0)];
  });
}

/** A pair of poles is drawn as both poles, whatever its label says. */
export function pointLabel(point: Point): string {
  return point.poles ? `${point.poles.left} – ${point.poles.right}` : point.label;
}
