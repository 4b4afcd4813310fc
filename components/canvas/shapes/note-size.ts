import { breakLines } from '@/lib/domain/layout/text-lines';
import { NOTE_WIDTH } from './shape-props';

export const NOTE_PADDING = 14;
const MIN_HEIGHT = 150;
const SHORT = 70;
/** room for the line with the author, and for the element a note belongs to */
const FOOT = 36;

export type NoteSize = { w: number; h: number; size: number; lineHeight: number; lines: readonly string[] };

const known = new Map<string, NoteSize>();

/** A note is as wide as all others and as high as its text; short texts are larger. Nothing is measured in the browser. */
export function noteSize(text: string): NoteSize {
  const before = known.get(text);
  if (before) return before;
  const [size, lineHeight] = text.length <= SHORT ? [21, 27] : [16, 21];
  const lines = breakLines(text, NOTE_WIDTH - 2 * NOTE_PADDING, size, 'regular');
  const h = Math.max(MIN_HEIGHT, lines.length * lineHeight + 2 * NOTE_PADDING + FOOT);
  const made = { w: NOTE_WIDTH, h, size, lineHeight, lines };
  if (known.size > 5_000) known.clear();
  known.set(text, made);
  return made;
}

/** Height of loose text of this width and size. */
export function textHeight(text: string, width: number, size: number): number {
  return Math.max(1, breakLines(text, width, size, 'regular').length) * Math.round(size * 1.3);
}
