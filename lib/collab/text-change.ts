import type * as Y from 'yjs';

/** At `at`, `remove` UTF-16 units go and `insert` comes. */
export type TextChange = { at: number; remove: number; insert: string };

const isHighSurrogate = (code: number): boolean => code >= 0xd800 && code <= 0xdbff;
const isLowSurrogate = (code: number): boolean => code >= 0xdc00 && code <= 0xdfff;

/** The first `length` UTF-16 units at most, without leaving half an emoji. */
export function cutText(text: string, length: number): string {
  const isSplit = length > 0 && length < text.length && isHighSurrogate(text.charCodeAt(length - 1));
  return text.slice(0, isSplit ? length - 1 : length);
}

function commonStart(a: string, b: string): number {
  const most = Math.min(a.length, b.length);
  let same = 0;
  while (same < most && a.charCodeAt(same) === b.charCodeAt(same)) same += 1;
  // Half an emoji must never be left alone: Yjs would store a broken character.
  return same > 0 && isHighSurrogate(a.charCodeAt(same - 1)) ? same - 1 : same;
}

function commonEnd(a: string, b: string, start: number): number {
  const most = Math.min(a.length, b.length) - start;
  let same = 0;
  while (same < most && a.charCodeAt(a.length - 1 - same) === b.charCodeAt(b.length - 1 - same)) same += 1;
  return same > 0 && isLowSurrogate(a.charCodeAt(a.length - same)) ? same - 1 : same;
}

/** The smallest single change that makes `to` out of `from`; null when they are equal. */
export function diffText(from: string, to: string): TextChange | null {
  if (from === to) return null;
  const start = commonStart(from, to);
  const end = commonEnd(from, to, start);
  return { at: start, remove: from.length - start - end, insert: to.slice(start, to.length - end) };
}

/** Where a place in the text before `change` lies after it. */
export function movePlace(place: number, change: TextChange): number {
  if (place <= change.at) return place;
  if (place >= change.at + change.remove) return place + change.insert.length - change.remove;
  return change.at + change.insert.length;
}

/** As movePlace, but text inserted at the very place goes before it: of two who type at one spot, the later stands behind. */
function movePlaceBehind(place: number, change: TextChange): number {
  if (place < change.at) return place;
  if (place >= change.at + change.remove) return place + change.insert.length - change.remove;
  return change.at + change.insert.length;
}

/** `change`, made on `base`, so that it does the same on `theirs`, which came from `base` as well. */
function rebaseChange(change: TextChange, base: string, theirs: string): TextChange {
  const other = diffText(base, theirs);
  if (!other) return change;
  const at = movePlaceBehind(change.at, other);
  const end = change.remove === 0 ? at : Math.max(at, movePlace(change.at + change.remove, other));
  return { at, remove: end - at, insert: change.insert };
}

/** Writes `mine`, typed on top of `base`, into a Y.Text that may hold others' changes by now. To be called in a transaction. */
export function writeTextChange(text: Y.Text, base: string, mine: string, maxLength: number): void {
  const made = diffText(base, mine);
  if (!made) return;
  const theirs = text.toString();
  const change = rebaseChange(made, base, theirs);
  const room = maxLength - (theirs.length - change.remove);
  const insert = cutText(change.insert, Math.max(0, room));
  if (change.remove > 0) text.delete(change.at, change.remove);
  if (insert !== '') text.insert(change.at, insert);
}
