import type { PictureIndex } from '@/lib/domain/layout/picture-index';
import type { NotePlace } from './note-commands';

/** Half of a note with little text, in board units. */
const HALF = { w: 110, h: 75 };
/** Each note lies so much lower than the one before it, so that its first line can be read. */
const STEP = 30;
const STEPS = 12;
const INSET = 20;

/** Places on an element are tried from its right side, where no heading stands. */
function middleOn(index: PictureIndex, elementId: string): { x: number; y: number } {
  const rect = index.rectOf(elementId);
  if (!rect) return { x: HALF.w, y: HALF.h };
  const right = { x: rect.w - Math.min(rect.w / 2, HALF.w + INSET), y: Math.min(rect.h / 2, HALF.h + INSET) };
  const spots = [right, { x: right.x, y: 10 }, { x: rect.w / 2, y: 10 }, { x: rect.w / 2, y: rect.h / 2 }];
  const belongs = ({ x, y }: { x: number; y: number }) => index.elementAt(rect.x + x, rect.y + y, 'near') === elementId;
  return spots.find(belongs) ?? right;
}

/**
 * Where the board shows a note of `elementId`, `there` notes being there already. `drawn` is the element it is drawn on:
 * itself, or for what is drawn as a ball the element that it concerns.
 */
export function placeOn(index: PictureIndex | null, drawn: string, there: number): NotePlace {
  const middle = index ? middleOn(index, drawn) : { x: HALF.w + INSET, y: HALF.h + INSET };
  const step = there % STEPS;
  return {
    anchor: drawn,
    x: Math.round(middle.x - HALF.w + Math.floor(there / STEPS) * STEP),
    y: Math.round(middle.y - HALF.h + step * STEP),
  };
}
