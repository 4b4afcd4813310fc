/** What is an element of the page, and what the one layer draws. */
import type { TLShape } from '@tldraw/tlschema';
import { expect, it } from 'vitest';
import { displayList, FADED, textDetail } from '@/components/canvas/layer/display-list';
import { FEW, MOST_READABLE, readableIds, stepTowards } from '@/components/canvas/layer/element-choice';
import { type LayerItem, layerItem } from '@/components/canvas/layer/layer-item';

function noteShape(number: number, x: number, y: number, text = 'Verzonnen notitie', attached: string | null = null) {
  return {
    id: `shape:note:${number}`,
    type: 'kp-note',
    x,
    y,
    props: { text, colour: 'yellow', attached },
    meta: { author: 'p:1' },
  } as unknown as TLShape;
}

function itemOf(shape: TLShape): LayerItem {
  const item = layerItem(shape);
  if (!item) throw new Error('the layer does not draw this');
  return item;
}

/** In a row, from left to right. */
const row = (count: number): LayerItem[] =>
  Array.from({ length: count }, (_, number) => itemOf(noteShape(number, number * 300, 0)));
const EVERYWHERE = { x: -1e6, y: -1e6, w: 2e6, h: 2e6 };

it('[CV19] a board with few things shows all of them as elements, at every depth', () => {
  const few = row(FEW);
  expect(readableIds(few, { x: 0, y: 0, w: 10, h: 10 }, 'far')).toHaveLength(FEW);
});

it('[CV19] on a full board only what can be read where one looks is an element', () => {
  const many = row(2_000);
  const view = { x: 3_000, y: 0, w: 1_000, h: 500 };
  expect(readableIds(many, view, 'far')).toEqual([]);
  expect(readableIds(many, view, 'middle')).toEqual([]);
  const readable = readableIds(many, view, 'near');
  expect(readable.toSorted()).toEqual(['shape:note:10', 'shape:note:11', 'shape:note:12', 'shape:note:13']);
  expect(readableIds(many, EVERYWHERE, 'nearest')).toHaveLength(MOST_READABLE);
});

it('[CV19] when too much lies in one place, what lies on top is an element', () => {
  const heap = Array.from({ length: 500 }, (_, number) => itemOf(noteShape(number, 0, 0)));
  expect(readableIds(heap, EVERYWHERE, 'near')).toContain('shape:note:499');
  expect(readableIds(heap, EVERYWHERE, 'near')).not.toContain('shape:note:0');
});

it('[CV19] elements come a few at a time and go at once', () => {
  const wanted = Array.from({ length: 50 }, (_, number) => number);
  const first = stepTowards(new Set([1, 2, 900]), wanted, 10);
  expect(first.size).toBe(12);
  expect(first.has(900)).toBe(false);
  let now: ReadonlySet<number> = first;
  for (let step = 0; step < 4; step += 1) now = stepTowards(now, wanted, 10);
  expect([...now].toSorted((a, b) => a - b)).toEqual(wanted);
});

it('[CV20] the layer draws in the order of the board what is in sight and no element', () => {
  const items = row(5);
  const list = displayList(items, {
    zoom: 0.2,
    view: { x: 250, y: 0, w: 700, h: 100 },
    elements: new Set(['shape:note:2']),
    bright: null,
  });
  expect(list.map(({ item }) => item.id)).toEqual(['shape:note:1', 'shape:note:3']);
});

it('[CV20] letters where they can be read, bars where one only sees that something is written, else paper', () => {
  expect([0.1, 0.25, 0.5, 2].map((zoom) => textDetail(21, zoom))).toEqual(['none', 'bars', 'letters', 'letters']);
});

it('[CV20] every line of a note lies on its paper', () => {
  const long = itemOf(noteShape(1, 0, 0, 'verzonnen woorden '.repeat(50).trim()));
  if (long.kind !== 'note') throw new Error('a note is a note');
  expect(14 + long.lines.length * long.lineHeight).toBeLessThanOrEqual(long.rect.h);
  expect(long.lines.join(' ').replaceAll(/\s+/g, ' ')).toBe('verzonnen woorden '.repeat(50).trim());
});

it('[CV20] a stroke is drawn where it was made, also when it goes left and up from where it began', () => {
  const stroke = itemOf({
    id: 'shape:drawing:1',
    type: 'kp-drawing',
    x: 100,
    y: 100,
    props: { colour: 'red', size: 6, points: [0, 0, -50, -20, 10, 30] },
    meta: {},
  } as unknown as TLShape);
  expect(stroke.rect).toEqual({ x: 44, y: 74, w: 72, h: 62 });
});

it('[CV22] a note on something that fades fades along, and stays there', () => {
  const items = [
    itemOf(noteShape(1, 0, 0, 'een', 'L5.1')),
    itemOf(noteShape(2, 0, 0, 'twee', 'L5.2')),
    itemOf(noteShape(3, 0, 0, 'drie')),
  ];
  const list = displayList(items, { zoom: 1, view: EVERYWHERE, elements: new Set(), bright: new Set(['L5.1']) });
  expect(list.map(({ opacity }) => opacity)).toEqual([1, FADED, 1]);
});
