/**
 * Latency travels inside the data: a stamp of fixed length in a record's text or a cursor's state names the sender
 * and the moment of sending, and survives that a server merges updates.
 */
import { frameHeaderLength, maskAt } from './raw-client';

const MARK = Buffer.from('@kp:');
const WRITER_DIGITS = 4;
const TIME_DIGITS = 13;
const LENGTH = MARK.length + WRITER_DIGITS + 1 + TIME_DIGITS;

/** Microseconds on this process's own clock; the load generator is one process. */
export function now(): number {
  return Math.floor(performance.now() * 1000);
}

/** '@kp:0007:0000000000000': who, and a place for when. */
export function stampText(writer: number, at = 0): string {
  return `@kp:${String(writer).padStart(WRITER_DIGITS, '0')}:${String(at).padStart(TIME_DIGITS, '0')}`;
}

/** Where the time of the only stamp lies in an unmasked payload; throws when there is none. */
export function timePlace(payload: Uint8Array): number {
  const mark = Buffer.from(payload.buffer, payload.byteOffset, payload.length).indexOf(MARK);
  if (mark < 0) throw new Error('A message of the bench lacks its stamp.');
  return mark + LENGTH - TIME_DIGITS;
}

/** Writes the time into a masked client frame; `place` counts from the payload's start. */
export function writeTime(frame: Buffer, place: number, at: number): void {
  const header = frameHeaderLength(frame);
  let rest = at;
  for (let i = place + TIME_DIGITS - 1; i >= place; i -= 1) {
    frame[header + i] = (48 + (rest % 10)) ^ maskAt(i);
    rest = Math.floor(rest / 10);
  }
}

/** Calls `found` for each stamp between start and end. */
export function eachStamp(
  bytes: Buffer,
  start: number,
  end: number,
  found: (writer: number, at: number) => void,
): void {
  let mark = bytes.indexOf(MARK, start);
  while (mark >= 0 && mark + LENGTH <= end) {
    const writer = mark + MARK.length;
    found(digits(bytes, writer, WRITER_DIGITS), digits(bytes, writer + WRITER_DIGITS + 1, TIME_DIGITS));
    mark = bytes.indexOf(MARK, mark + LENGTH);
  }
}

function digits(bytes: Buffer, start: number, count: number): number {
  let value = 0;
  for (let i = start; i < start + count; i += 1) value = value * 10 + (bytes[i] ?? 48) - 48;
  return value;
}
