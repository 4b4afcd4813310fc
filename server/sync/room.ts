/**
 * One board while somebody looks at it. The order of things is the promise ([S2]): an update is checked, stored, and
 * only then sent on; what anybody else has seen is in the database. When storing fails nobody was told, and the room
 * ends: its people come back and bring what was not stored.
 */
import type { Logger } from 'pino';
import { CLOSE, type CloseCode } from '@/lib/collab/protocol';
import type { LogRow, StoredSnapshot } from '@/lib/db/board-log';
import { BoardState } from './board/board-state';
import type { CommitQueue } from './board/commit-queue';
import type { LoadedRoom } from './board/load-room';
import type { RefuseUpdate, UpdateRefusal } from './board/refuse-update';
import type { TailSize } from './compaction/compactor';
import type { Connection } from './connection';
import { batchWindowMs, type Limits } from './limits';
import { RoomCursors } from './room-cursors';
import type { SyncActor } from './sync-actor';
import type { SyncFigures } from './sync-figures';
import { readIncoming, STEP2_EMPTY_FRAME } from './wire/frames';

/** A commit that takes longer makes the writers of the room wait. */
const SLOW_COMMIT_MS = 2_000;

export type RoomOptions = {
  boardId: string;
  loaded: LoadedRoom;
  limits: Limits;
  queue: CommitQueue;
  log: Logger;
  figures: SyncFigures;
  refuseUpdate?: RefuseUpdate | undefined;
  isReadOnly: boolean;
  onRefused(actor: SyncActor): void;
  /** [S5.9] */
  mayAddClients(actor: SyncActor, count: number): boolean;
  /** the last reader has left, or the room has failed */
  onEnd(room: Room): void;
};

export class Room {
  readonly boardId: string;
  readonly connections = new Set<Connection>();
  /** upgrades under way, that keep the room open */
  reserved = 0;
  hasEnded = false;
  /** when something was last stored; of performance.now */
  lastWriteAt = 0;
  readonly #options: RoomOptions;
  readonly #state: BoardState;
  readonly #cursors: RoomCursors;
  #lastBatchAt = 0;
  #isReadOnly: boolean;

  constructor(options: RoomOptions) {
    this.#options = options;
    this.boardId = options.boardId;
    this.#isReadOnly = options.isReadOnly;
    this.#state = new BoardState(options.boardId, options.loaded, options.refuseUpdate);
    this.#cursors = new RoomCursors(this.connections, options.limits);
  }

  get tailSize(): TailSize {
    return this.#state.tailSize;
  }

  get pendingUpdates(): number {
    return this.#state.pendingUpdates;
  }

  socketsOf(person: SyncActor): number {
    let sockets = 0;
    for (const { actor } of this.connections) if (actor.key === person.key) sockets += 1;
    return sockets;
  }

  /** Registers first and answers later, so that nothing falls between the two. */
  join(connection: Connection): void {
    this.connections.add(connection);
    if (this.#mayWrite(connection)) connection.sendNow(this.#state.step1());
    this.#sendAllCursors(connection);
  }

  left(connection: Connection): void {
    this.connections.delete(connection);
    this.#cursors.left(connection);
    this.#state.left(connection);
    this.endWhenUnused();
  }

  endWhenUnused(): void {
    const isUsed = this.connections.size > 0 || this.reserved > 0 || this.pendingUpdates > 0;
    if (!this.hasEnded && !isUsed) this.#end();
  }

  setReadOnly(isReadOnly: boolean): void {
    this.#isReadOnly = isReadOnly;
  }

  replaceSnapshot(snapshot: StoredSnapshot): void {
    if (!this.hasEnded) this.#state.replaceSnapshot(snapshot);
  }

  // --- messages ---

  receive(connection: Connection, frame: Uint8Array, now: number): void {
    try {
      this.#receive(connection, frame, now);
    } catch (error) {
      // [S8] A bug, found by a message: it may cost its sender the door and the room its memory, never the process.
      this.#options.onRefused(connection.actor);
      this.#shut(connection, CLOSE.badMessage, 'threw');
      this.failed(error);
    }
  }

  #receive(connection: Connection, frame: Uint8Array, now: number): void {
    const message = readIncoming(frame);
    if (message?.kind === 'awareness') {
      this.#receiveAwareness(connection, message.payload, now);
    } else if (!connection.takeFrame(frame.length, now)) {
      this.#shut(connection, CLOSE.tooFast, 'too-fast');
    } else if (!message) {
      this.#shut(connection, CLOSE.badMessage, 'unknown-message');
    } else if (message.kind === 'step1') {
      this.#answerJoin(connection, message.stateVector, now);
    } else if (message.kind === 'update') {
      this.#receiveUpdate(connection, message.update, message.isStep2, now);
    } else {
      // Not at once: a question of one byte may have an answer of megabytes.
      connection.askCursors();
    }
  }

  #receiveAwareness(connection: Connection, payload: Uint8Array, now: number): void {
    const result = this.#cursors.receive(connection, payload);
    const isAllowed = result === 'echo' ? connection.takeEcho(now) : connection.takeFrame(payload.length, now);
    if (!isAllowed) this.#shut(connection, CLOSE.tooFast, 'too-fast');
    else if (result === 'bad') this.#shut(connection, CLOSE.badMessage, 'bad-awareness');
  }

  #sendAllCursors(connection: Connection): void {
    const cursors = this.#cursors.all();
    if (cursors) connection.sendNow(cursors);
  }

  #answerJoin(connection: Connection, stateVector: Uint8Array, now: number): void {
    try {
      connection.sendJoin([...this.#state.framesFor(stateVector), STEP2_EMPTY_FRAME], this.#state.seq, now);
    } catch {
      this.#shut(connection, CLOSE.badMessage, 'bad-state-vector');
    }
  }

  /** For a reader that was behind: everything after `seq`, as frames, and where that brings it. */
  since(seq: number): { frames: Buffer[]; seq: number } {
    return { frames: this.#state.since(seq), seq: this.#state.seq };
  }

  cursors(): Buffer | null {
    return this.#cursors.all();
  }

  // --- writes ---

  #receiveUpdate(connection: Connection, update: Uint8Array, isStep2: boolean, now: number): void {
    if (!this.#mayWrite(connection)) {
      this.#refuse(connection, 'read-only');
      return;
    }
    if (isStep2) connection.hasSentStep2 = true;
    const { actor } = connection;
    const mayAddClients = (count: number) => this.#options.mayAddClients(actor, count);
    const verdict = this.#state.receive({ actor, connection, mayAddClients }, update);
    if (verdict.kind === 'refused') this.#refuse(connection, verdict.refusal);
    else if (verdict.kind === 'undecodable') this.#shut(connection, CLOSE.badMessage, 'undecodable');
    else if (verdict.kind === 'gap') this.#holdGap(connection);
    else if (verdict.kind === 'accepted') this.#scheduleCommit(connection, now);
    else this.#options.figures.redundant += 1;
  }

  #mayWrite(connection: Connection): boolean {
    return connection.actor.canWrite && !this.#isReadOnly;
  }

  /**
   * Before its step 2 a client that was away sends what it does now without what it did then: step 2 brings both.
   * After it, it has missed something, and has to come back.
   */
  #holdGap(connection: Connection): void {
    if (connection.hasSentStep2) this.#shut(connection, CLOSE.tryAgainLater, 'gap');
  }

  #scheduleCommit(connection: Connection, now: number): void {
    const { queue, limits } = this.#options;
    const isSlow = this.#state.isStoring && now - this.#lastBatchAt > SLOW_COMMIT_MS;
    if (isSlow || this.#state.pendingBytes > limits.maxPendingBytes) connection.pause();
    queue.schedule(this, Math.max(now, this.#lastBatchAt + batchWindowMs(this.connections.size)));
  }

  takeBatch(): LogRow[] {
    if (this.hasEnded) return [];
    this.#lastBatchAt = performance.now();
    return this.#state.takeBatch();
  }

  committed(seqs: { from: number; to: number }): void {
    if (this.hasEnded) return;
    const previousSeq = this.#state.seq;
    if (seqs.from !== previousSeq + 1) {
      this.failed(new Error('another process has written to this board'));
      return;
    }
    const frame = this.#state.committed(seqs);
    const now = performance.now();
    this.lastWriteAt = now;
    for (const connection of this.connections) connection.sendUpdate(frame, previousSeq, now);
    if (this.#state.pendingBytes <= this.#options.limits.maxPendingBytes) {
      for (const connection of this.connections) connection.resume();
    }
    this.endWhenUnused();
  }

  /** Everything in memory is given up; the database says what is true. */
  failed(error: unknown): void {
    if (this.hasEnded) return;
    const { log } = this.#options;
    log.error(
      { err: error, boardId: this.boardId, connections: this.connections.size },
      'the room is closed, and starts again from what is stored',
    );
    this.#end();
    for (const connection of [...this.connections]) connection.close(CLOSE.tryAgainLater);
  }

  // --- endings ---

  #refuse(connection: Connection, refusal: UpdateRefusal): void {
    this.#options.figures.refused += 1;
    this.#options.onRefused(connection.actor);
    this.#shut(connection, connection.actor.role === 'observer' ? CLOSE.forbidden : CLOSE.refused, refusal);
  }

  #shut(connection: Connection, code: CloseCode, reason: string): void {
    this.#options.log.warn(
      { boardId: this.boardId, author: connection.actor.key, closeCode: code, reason },
      'a connection is closed',
    );
    connection.close(code);
  }

  #end(): void {
    this.hasEnded = true;
    this.#state.giveUp();
    this.#cursors.stop();
    this.#options.onEnd(this);
  }
}
