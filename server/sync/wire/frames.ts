/**
 * Bytes on the wire. One protocol message per WebSocket frame: a y-websocket client ignores what follows the first.
 * Frames for many readers are built once, WebSocket header included, and the same buffer is written to every socket.
 */
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { MESSAGE } from '@/lib/collab/protocol';

export const SYNC = { step1: 0, step2: 1, update: 2 } as const;

/** A Yjs update that holds nothing: no structs, no deletes. */
export const EMPTY_UPDATE = new Uint8Array([0, 0]);

const BINARY = 0x02;
const CONTINUATION = 0x00;
const FINAL = 0x80;

/** WebSocket header of an unmasked frame (server to client). */
function header(opcode: number, length: number): Buffer {
  if (length < 126) return Buffer.from([opcode, length]);
  if (length < 65_536) {
    const bytes = Buffer.from([opcode, 126, 0, 0]);
    bytes.writeUInt16BE(length, 2);
    return bytes;
  }
  const bytes = Buffer.alloc(10);
  bytes[0] = opcode;
  bytes[1] = 127;
  bytes.writeUIntBE(length, 4, 6);
  return bytes;
}

/** A message as one WebSocket frame, ready for `socket.write`. */
function wireFrame(message: Uint8Array): Buffer {
  return Buffer.concat([header(BINARY | FINAL, message.length), message]);
}

/**
 * A large message as WebSocket fragments of at most `size` bytes: between two fragments a ping may pass, and each
 * that leaves shows progress. The body is not copied.
 */
export function wireFragments(prefix: Uint8Array, body: Uint8Array, size: number): Buffer[] {
  const bytes = Buffer.from(body.buffer, body.byteOffset, body.byteLength);
  if (prefix.length + body.length <= size) {
    return [Buffer.concat([header(BINARY | FINAL, prefix.length + body.length), prefix, body])];
  }
  const parts: Buffer[] = [Buffer.concat([header(BINARY, prefix.length), prefix])];
  for (let at = 0; at < bytes.length; at += size) {
    const part = bytes.subarray(at, at + size);
    const final = at + size >= bytes.length ? FINAL : 0;
    parts.push(header(CONTINUATION | final, part.length), part);
  }
  return parts;
}

const FRAGMENT_BYTES = 256 * 1024;

/** An update for one reader, in fragments when it is large. */
export function updateFragments(update: Uint8Array): Buffer[] {
  return wireFragments(updatePrefix(update.length), update, FRAGMENT_BYTES);
}

/** What precedes the bytes of an update in its message; for `wireFragments`. */
export function updatePrefix(length: number): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, MESSAGE.sync);
    encoding.writeVarUint(encoder, SYNC.update);
    encoding.writeVarUint(encoder, length);
  });
}

function syncMessage(kind: number, payload: Uint8Array): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, MESSAGE.sync);
    encoding.writeVarUint(encoder, kind);
    encoding.writeVarUint8Array(encoder, payload);
  });
}

export const updateFrame = (update: Uint8Array): Buffer => wireFrame(syncMessage(SYNC.update, update));
export const step1Frame = (stateVector: Uint8Array): Buffer => wireFrame(syncMessage(SYNC.step1, stateVector));
export const STEP2_EMPTY_FRAME = wireFrame(syncMessage(SYNC.step2, EMPTY_UPDATE));

export function awarenessFrame(payload: Uint8Array): Buffer {
  return wireFrame(
    encoding.encode((encoder) => {
      encoding.writeVarUint(encoder, MESSAGE.awareness);
      encoding.writeVarUint8Array(encoder, payload);
    }),
  );
}

export type Incoming =
  | { kind: 'step1'; stateVector: Uint8Array }
  | { kind: 'update'; update: Uint8Array; isStep2: boolean }
  | { kind: 'awareness'; payload: Uint8Array }
  | { kind: 'query-awareness' };

/** Reads one message; null when it is none of ours or does not end where it should. */
export function readIncoming(frame: Uint8Array): Incoming | null {
  try {
    const decoder = decoding.createDecoder(frame);
    const type = decoding.readVarUint(decoder);
    if (type === MESSAGE.queryAwareness) return { kind: 'query-awareness' };
    if (type === MESSAGE.awareness) return { kind: 'awareness', payload: decoding.readVarUint8Array(decoder) };
    if (type !== MESSAGE.sync) return null;
    const kind = decoding.readVarUint(decoder);
    const payload = decoding.readVarUint8Array(decoder);
    if (kind === SYNC.step1) return { kind: 'step1', stateVector: payload };
    if (kind === SYNC.step2 || kind === SYNC.update)
      return { kind: 'update', update: payload, isStep2: kind === SYNC.step2 };
    return null;
  } catch {
    return null;
  }
}
