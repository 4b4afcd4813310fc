/**
 * One socket: what may come in ([S7] rates), and what goes out when its reader is slow. Frames arrive here complete,
 * WebSocket header included, and are written to the socket as they are; `ws` itself sends only pings and closes.
 */
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import type { WebSocket } from 'ws';
import { CLOSE, type CloseCode } from '@/lib/collab/protocol';
import type { Limits } from './limits';
import type { SyncActor } from './sync-actor';
import { TokenBucket } from './wire/token-bucket';

/** What a connection asks of its room when its reader has caught up. */
export type CatchUp = {
  /** everything after `seq`, and the sequence number that brings one to; */
  since(seq: number): { frames: Buffer[]; seq: number };
  cursors(): Buffer | null;
  left(connection: Connection): void;
};

export type ConnectionOptions = {
  ws: WebSocket;
  socket: Duplex;
  /** what it came in with, to look at its rights again */
  request: IncomingMessage;
  actor: SyncActor;
  limits: Limits;
  room: CatchUp;
  now: number;
};

const JOIN_PIECE_BYTES = 256 * 1024;
const MAX_JOIN_FRAMES = 5_000;
const NOTHING = Buffer.alloc(0);

export class Connection {
  readonly actor: SyncActor;
  hasSentStep2 = false;
  isClosing = false;
  #skippedCursors = false;
  #behind: { seq: number; since: number; isJoining: boolean } | null = null;
  #joinQueue: Buffer[] = [];
  #lastProgress = 0;
  #pinged = 0;
  #lastPing: number;
  #isPaused = false;
  readonly #frames: TokenBucket;
  readonly #bytes: TokenBucket;
  readonly #echoes: TokenBucket;

  constructor(private readonly options: ConnectionOptions) {
    const { ws, socket, actor, limits, now } = options;
    this.actor = actor;
    this.#lastPing = now;
    this.#frames = new TokenBucket(limits.framesPerSecond, limits.framesPerSecond * limits.burstSeconds, now);
    this.#bytes = new TokenBucket(limits.bytesPerSecond, limits.bytesPerSecond * limits.burstSeconds, now);
    this.#echoes = new TokenBucket(limits.echoesPerSecond, limits.echoesPerSecond * limits.burstSeconds, now);
    socket.on('drain', () => this.#drained());
    ws.on('pong', () => {
      this.#pinged = 0;
    });
    ws.once('close', () => this.#end());
    // ws answers a broken frame with a close of its own; the error itself says nothing more.
    ws.on('error', () => undefined);
  }

  get request(): IncomingMessage {
    return this.options.request;
  }

  takeFrame(bytes: number, now: number): boolean {
    return this.#frames.take(1, now) && this.#bytes.take(bytes, now);
  }

  takeEcho(now: number): boolean {
    return this.#echoes.take(1, now);
  }

  /** A committed update, `previousSeq` being the last sequence number before it; a slow reader gets it later, joined with others. */
  sendUpdate(frame: Buffer, previousSeq: number, now: number): void {
    if (this.isClosing || this.#behind) return;
    if (this.options.socket.writableLength > this.options.limits.behindBytes) {
      this.#behind = { seq: previousSeq, since: now, isJoining: false };
      return;
    }
    this.#write(frame);
  }

  /** Cursors are worth nothing later: a slow reader gets the whole set once, when it has caught up. */
  sendCursors(frame: Buffer): void {
    if (this.isClosing) return;
    if (this.#behind || this.options.socket.writableLength > this.options.limits.skipCursorsBytes)
      this.#skippedCursors = true;
    else this.#write(frame);
  }

  /** Everybody's cursors, at the next sweep: however often it is asked, and whenever it has caught up. */
  askCursors(): void {
    this.#skippedCursors = true;
  }

  /** A small frame for this connection alone; not between the fragments of a join. */
  sendNow(frame: Buffer): void {
    if (this.isClosing) return;
    if (this.#behind?.isJoining) this.#joinQueue.push(frame);
    else this.#write(frame);
  }

  /** The answer to a join, fragment by fragment; what is committed meanwhile follows behind it. */
  sendJoin(frames: Buffer[], seq: number, now: number): void {
    if (this.isClosing) return;
    // Who asks for the board again and again without taking it in is not joining.
    if (this.#joinQueue.length > MAX_JOIN_FRAMES) {
      this.close(CLOSE.tooFast);
      return;
    }
    this.#joinQueue.push(...frames);
    this.#lastProgress = now;
    if (this.#behind?.isJoining) return;
    this.#behind = { seq, since: now, isJoining: true };
    this.#pump();
  }

  /** Looks after time; to be called every now and then. */
  sweep(now: number): void {
    if (this.isClosing) return;
    const { limits } = this.options;
    const { expiresAt } = this.actor;
    if (expiresAt && expiresAt.getTime() <= Date.now()) this.close(CLOSE.signedOut);
    else if (this.#isStuck(now)) this.close(CLOSE.tryAgainLater);
    else if (now - this.#lastPing < limits.pingMs) this.#sweepDrained();
    else if (this.#pinged >= 2) this.#cutOff();
    else this.#ping(now);
  }

  #cutOff(): void {
    this.#end();
    this.options.ws.terminate();
  }

  #ping(now: number): void {
    this.#lastPing = now;
    this.#pinged += 1;
    this.options.ws.ping();
  }

  #isStuck(now: number): boolean {
    const { limits, socket } = this.options;
    if (this.#behind?.isJoining) return now - this.#lastProgress > limits.joinStallMs;
    return (
      (this.#behind !== null && now - this.#behind.since > limits.behindMs) || socket.writableLength > limits.closeBytes
    );
  }

  #sweepDrained(): void {
    if (this.options.socket.writableLength < this.options.limits.drainedBytes) this.#drained();
  }

  pause(): void {
    if (this.#isPaused || this.isClosing) return;
    this.#isPaused = true;
    this.options.ws.pause();
  }

  resume(): void {
    if (!this.#isPaused) return;
    this.#isPaused = false;
    this.options.ws.resume();
  }

  /** From here on nothing comes in or goes out; a peer that does not answer is cut off. */
  close(code: CloseCode, terminateMs = this.options.limits.terminateMs): void {
    if (this.isClosing) return;
    this.#end();
    const { ws } = this.options;
    this.resume();
    ws.close(code);
    const timer = setTimeout(() => ws.terminate(), terminateMs);
    timer.unref();
    ws.once('close', () => clearTimeout(timer));
  }

  #end(): void {
    if (this.isClosing) return;
    this.isClosing = true;
    this.#joinQueue = [];
    this.options.room.left(this);
  }

  #write(frame: Buffer): void {
    const { socket } = this.options;
    if (socket.writable) socket.write(frame);
  }

  /** Writes a piece of the join; the next when the system has taken it, which is also how progress is seen. */
  #pump(): void {
    const { socket } = this.options;
    if (this.isClosing || !socket.writable) return;
    let size = 0;
    socket.cork();
    while (this.#joinQueue.length > 0 && size < JOIN_PIECE_BYTES) {
      const frame = this.#joinQueue.shift() ?? NOTHING;
      size += frame.length;
      socket.write(frame);
    }
    if (this.#joinQueue.length === 0 && size < JOIN_PIECE_BYTES) {
      this.#catchUp();
    } else {
      socket.write(NOTHING, () => {
        this.#lastProgress = performance.now();
        this.#pump();
      });
    }
    socket.uncork();
  }

  #drained(): void {
    if (this.isClosing || this.#behind?.isJoining) return;
    if (this.#behind) this.#catchUp();
    else this.#sendSkippedCursors();
  }

  #catchUp(): void {
    if (!this.#behind) return;
    const { frames, seq } = this.options.room.since(this.#behind.seq);
    if (frames.length > 0) {
      this.#behind = { seq, since: performance.now(), isJoining: true };
      this.#joinQueue.push(...frames);
      this.#pump();
      return;
    }
    this.#behind = null;
    this.#sendSkippedCursors();
  }

  #sendSkippedCursors(): void {
    if (!this.#skippedCursors) return;
    this.#skippedCursors = false;
    const frame = this.options.room.cursors();
    if (frame) this.#write(frame);
  }
}
