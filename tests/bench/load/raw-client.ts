/**
 * A WebSocket client without the costs of one: it hands out where a frame lies in the bytes that came in and copies
 * nothing, so that the load generator is not what is measured. Masks what it sends, as a client must.
 */
import { randomBytes } from 'node:crypto';
import { connect, type Socket } from 'node:net';

const MASK = [0x37, 0xfa, 0x21, 0x3d] as const;
const OPCODE = { continuation: 0, binary: 2, close: 8, ping: 9, pong: 10 } as const;
/** All sockets read into the same bytes: a read is handled before the next one begins. */
const shared = Buffer.allocUnsafe(256 * 1024);

/** `whole`: a message in one frame, not a fragment; `owned`: the bytes stay as they are after the call. */
export type FrameFacts = { whole: boolean; owned: boolean };
export type FrameListener = (bytes: Buffer, start: number, end: number, facts: FrameFacts) => void;
export type RawClientOptions = { port: number; path: string; headers: Record<string, string>; onFrame: FrameListener };

/** A client's frame: `payload` with a header and masked. */
export function clientFrame(payload: Uint8Array, opcode: number = OPCODE.binary): Buffer {
  const header = payload.length < 126 ? 6 : payload.length < 65_536 ? 8 : 14;
  const frame = Buffer.allocUnsafe(header + payload.length);
  frame[0] = 0x80 | opcode;
  if (header === 6) frame[1] = 0x80 | payload.length;
  else if (header === 8) {
    frame[1] = 0x80 | 126;
    frame.writeUInt16BE(payload.length, 2);
  } else {
    frame[1] = 0x80 | 127;
    frame.writeBigUInt64BE(BigInt(payload.length), 2);
  }
  frame.set(MASK, header - 4);
  for (let i = 0; i < payload.length; i += 1) frame[header + i] = (payload[i] ?? 0) ^ maskAt(i);
  return frame;
}

/** How many bytes of a client's frame come before its payload. */
export function frameHeaderLength(frame: Buffer): number {
  const length = (frame[1] ?? 0) & 0x7f;
  return length < 126 ? 6 : length === 126 ? 8 : 14;
}

export function maskAt(index: number): number {
  return MASK[(index & 3) as 0 | 1 | 2 | 3];
}

export class RawClient {
  /** bytes received, headers included */
  received = 0;
  closed = false;
  private readonly socket: Socket;
  /** a frame that did not come in one piece */
  private partial: { first: number; bytes: Buffer; filled: number } | undefined;
  private cut: Buffer | undefined;
  private upgraded = false;
  private onOpen: (() => void) | undefined;
  private onFail: ((error: Error) => void) | undefined;

  constructor(private readonly options: RawClientOptions) {
    this.socket = connect({
      port: options.port,
      host: '127.0.0.1',
      noDelay: true,
      onread: {
        buffer: shared,
        callback: (size, buffer) => this.read(this.withCut(Buffer.from(buffer.buffer, buffer.byteOffset, size))),
      },
    });
    this.socket.on('error', (error) => this.onFail?.(error));
    this.socket.on('close', () => {
      this.closed = true;
      this.onFail?.(new Error(`The server closed the connection to ${options.path}.`));
    });
  }

  /** Resolves when the server has upgraded; rejects when it refuses. */
  open(): Promise<void> {
    const headers = Object.entries(this.options.headers)
      .map(([name, value]) => `${name}: ${value}\r\n`)
      .join('');
    this.socket.write(
      `GET ${this.options.path} HTTP/1.1\r\nHost: 127.0.0.1:${this.options.port}\r\nUpgrade: websocket\r\n` +
        `Connection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: ${randomBytes(16).toString('base64')}\r\n${headers}\r\n`,
    );
    return new Promise((resolve, reject) => {
      this.onOpen = resolve;
      this.onFail = reject;
    });
  }

  /** `frame` comes from clientFrame; the socket keeps it until it is sent. */
  send(frame: Buffer): void {
    this.socket.write(frame);
  }

  close(): void {
    this.onFail = undefined;
    this.socket.destroy();
  }

  /** Half-closes: the server notices and ends its side. */
  hangUp(): void {
    this.onFail = undefined;
    this.socket.end();
  }

  private read(chunk: Buffer): true {
    this.received += chunk.length;
    let at = this.upgraded ? 0 : this.readUpgrade(chunk);
    while (at < chunk.length) {
      if (this.partial) at = this.fill(chunk, at);
      else at = this.next(chunk, at);
    }
    return true;
  }

  /** One frame that lies whole in the chunk is handed out there; another begins to be collected. */
  private next(chunk: Buffer, at: number): number {
    const rest = chunk.length - at;
    const header = rest < 2 ? 2 : headerLength(chunk, at);
    if (rest < header) return this.holdHeader(chunk, at);
    const end = at + header + payloadLength(chunk, at, header);
    if (end <= chunk.length) {
      this.dispatch(chunk[at] ?? 0, chunk, at + header, end, false);
      return end;
    }
    this.partial = { first: chunk[at] ?? 0, bytes: Buffer.allocUnsafe(end - at - header), filled: 0 };
    return at + header;
  }

  private fill(chunk: Buffer, at: number): number {
    const { partial } = this;
    if (!partial) return at;
    const copied = chunk.copy(partial.bytes, partial.filled, at);
    partial.filled += copied;
    if (partial.filled === partial.bytes.length) {
      this.partial = undefined;
      this.dispatch(partial.first, partial.bytes, 0, partial.bytes.length, true);
    }
    return at + copied;
  }

  /** A header cut in two is rare: put what there is before the next chunk. */
  private holdHeader(chunk: Buffer, at: number): number {
    this.cut = Buffer.from(chunk.subarray(at));
    return chunk.length;
  }

  private withCut(chunk: Buffer): Buffer {
    if (!this.cut) return chunk;
    const whole = Buffer.concat([this.cut, chunk]);
    this.received -= this.cut.length;
    this.cut = undefined;
    return whole;
  }

  /** Where the first frame begins; the end of `bytes` when the headers are not all in. */
  private readUpgrade(bytes: Buffer): number {
    const end = bytes.indexOf('\r\n\r\n');
    if (end < 0) return this.holdHeader(bytes, 0);
    if (!bytes.subarray(0, 12).equals(Buffer.from('HTTP/1.1 101'))) {
      this.onFail?.(new Error(`The server refused: ${bytes.subarray(0, bytes.indexOf('\r\n')).toString()}`));
      this.close();
      return bytes.length;
    }
    this.upgraded = true;
    this.onOpen?.();
    return end + 4;
  }

  private dispatch(first: number, bytes: Buffer, start: number, end: number, owned: boolean): void {
    const opcode = first & 0x0f;
    const whole = opcode === OPCODE.binary && (first & 0x80) !== 0;
    if (opcode === OPCODE.ping) this.send(clientFrame(bytes.subarray(start, end), OPCODE.pong));
    else if (opcode === OPCODE.close) this.socket.end();
    else if (opcode === OPCODE.binary || opcode === OPCODE.continuation)
      this.options.onFrame(bytes, start, end, { whole, owned });
    else if (opcode !== OPCODE.pong)
      throw new Error(`Unexpected frame with opcode ${opcode}: the bench reads binary frames only.`);
  }
}

function headerLength(bytes: Buffer, at: number): number {
  const short = (bytes[at + 1] ?? 0) & 0x7f;
  return short < 126 ? 2 : short === 126 ? 4 : 10;
}

function payloadLength(bytes: Buffer, at: number, header: number): number {
  if (header === 2) return (bytes[at + 1] ?? 0) & 0x7f;
  return header === 4 ? bytes.readUInt16BE(at + 2) : Number(bytes.readBigUInt64BE(at + 2));
}
