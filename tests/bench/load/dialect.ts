/**
 * The two ways of framing Yjs messages that are measured. Relay, @y/websocket-server and ours speak y-websocket's;
 * Hocuspocus puts the document's name before each message and wants an authentication message first.
 */
import { createDecoder, readVarUint, readVarUint8Array } from 'lib0/decoding';
import { type Encoder, encode, writeUint8Array, writeVarString, writeVarUint, writeVarUint8Array } from 'lib0/encoding';
import { clientFrame } from './raw-client';

export type Dialect = 'y-websocket' | 'hocuspocus';

const TYPE = { sync: 0, awareness: 1, auth: 2, syncReply: 4 } as const;
const SYNC = { step1: 0, step2: 1, update: 2 } as const;

export type Message =
  | { kind: 'step1' | 'step2' | 'update'; bytes: Uint8Array }
  | { kind: 'awareness' | 'auth' | 'other' };

/** Writes and reads the messages of one room. */
export class Wire {
  private readonly prefix: Uint8Array;

  constructor(
    readonly dialect: Dialect,
    room: string,
  ) {
    this.prefix = dialect === 'hocuspocus' ? encode((encoder) => writeVarString(encoder, room)) : new Uint8Array(0);
  }

  step1 = (stateVector: Uint8Array): Buffer => this.sync(SYNC.step1, stateVector);
  step2 = (update: Uint8Array): Buffer => this.sync(SYNC.step2, update);
  update = (update: Uint8Array): Buffer => this.sync(SYNC.update, update);

  awareness(update: Uint8Array): Buffer {
    return this.frame((encoder) => {
      writeVarUint(encoder, TYPE.awareness);
      writeVarUint8Array(encoder, update);
    });
  }

  /** Hocuspocus only: a token nobody checks. */
  auth(): Buffer {
    return this.frame((encoder) => {
      writeVarUint(encoder, TYPE.auth);
      writeVarUint(encoder, 0);
      writeVarString(encoder, '');
    });
  }

  read(bytes: Buffer, start: number, end: number): Message {
    const decoder = createDecoder(bytes.subarray(start + this.prefix.length, end));
    const type = readVarUint(decoder);
    if (type === TYPE.awareness) return { kind: 'awareness' };
    if (type === TYPE.auth) return { kind: 'auth' };
    if (type !== TYPE.sync && type !== TYPE.syncReply) return { kind: 'other' };
    const step = readVarUint(decoder);
    const kind = step === SYNC.step1 ? 'step1' : step === SYNC.step2 ? 'step2' : 'update';
    return { kind, bytes: readVarUint8Array(decoder) };
  }

  private sync(step: number, bytes: Uint8Array): Buffer {
    return this.frame((encoder) => {
      writeVarUint(encoder, TYPE.sync);
      writeVarUint(encoder, step);
      writeVarUint8Array(encoder, bytes);
    });
  }

  private frame(write: (encoder: Encoder) => void): Buffer {
    return clientFrame(
      encode((encoder) => {
        writeUint8Array(encoder, this.prefix);
        write(encoder);
      }),
    );
  }
}
