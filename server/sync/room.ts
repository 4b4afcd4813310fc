/**
 * One board while somebody looks at it. The order of things is the promise ([S2]): an update is checked, stored, and
 * only then sent on; what anybody else has seen is in the database. When storing fails nobody was told, and the room
 * ends: its people come back and bring what was not stored.
 */
import type { Logger } from 'pino';
import * as Y from 'yjs';
import { CLOSE, type CloseCode } from '@/lib/collab/protocol';
import type { LogRow, StoredSnapshot } from '@/lib/db/board-log';
import { AwarenessTable } from './awareness-table';
import type { CommitQueue } from './commit-queue';
import type { Connection } from './connection';
import { covers, decodeClocks, encodeClocks } from './delete-ranges';
import {
  awarenessFrame,
  readIncoming,
  STEP2_EMPTY_FRAME,
  step1Frame,
  updateFrame,
  updatePrefix,
  wireFragments,
} from './frames';
import { awarenessBeatMs, batchWindowMs, type Limits } from './limits';
import { LiveDoc } from './live-doc';
import type { LoadedRoom } from './load-room';
import { type RefuseUpdate, refuseStructs, refuseTouched, type UpdateRefusal } from './refuse-update';
import type { SyncFigures } from './sync-figures';
import type { DecodedUpdate } from './update-index';

const FRAGMENT_BYTES = 256 * 1024;

type Pending = { author: string; update: Uint8Array; tops: ReadonlyMap<number, number> };

export type RoomOptions = {
  boardId: string;
  loaded: LoadedRoom;
  limits: Limits;
  queue: CommitQueue;
  log: Logger;
  figures: SyncFigures;
  refuseUpdate?: RefuseUpdate | undefined;
  isReadOnly: boolean;
  /** the last reader has left, or the room has failed */
  onEnd(room: Room): void;
  /** something was committed or the room ended: is it time to compact? */
  onCommitted(room: Room): void;
};

export class Room {
  readonly boardId: string;
  readonly connections = new Set<Connection>();
  /** upgrades under way, that keep the room open */
  reserved = 0;
  seq: number;
  hasEnded = false;
  readonly #options: RoomOptions;
  readonly #tail;
  readonly #index;
  readonly #live: LiveDoc;
  readonly #awareness: AwarenessTable<Connection>;
  readonly #committedClocks: Map<number, number>;
  /** Yjs client id → who writes under it */
  readonly #writers = new Map<number, string>();
  #snapshot: (StoredSnapshot & { clocks: Map<number, number>; frames: Buffer[]; dsFrame: Buffer }) | null = null;
  #pending: Pending[] = [];
  #inFlight: Pending[] = [];
  #pendingBytes = 0;
  #owed = new Map<Connection, number>();
  #owedInFlight = new Map<Connection, number>();
  #lastBatchAt = 0;
  #inFlightSince = 0;
  #allDeletesFrame: Buffer | null = null;
  #lastRedundant: Uint8Array | null = null;
  #beat: NodeJS.Timeout | null = null;
  #lastBeatAt = 0;
  #isReadOnly: boolean;

  constructor(options: RoomOptions) {
    const { boardId, loaded, limits } = options;
    this.#options = options;
    this.boardId = boardId;
    this.seq = loaded.seq;
    this.#tail = loaded.tail;
    this.#index = loaded.index;
    this.#committedClocks = new Map(loaded.index.clocks);
    this.#isReadOnly = options.isReadOnly;
    this.#setSnapshot(loaded.snapshot);
    this.#live = new LiveDoc(() => this.#accepted());
    this.#awareness = new AwarenessTable({
      maxIds: limits.maxAwarenessIds,
      maxEntryBytes: limits.maxAwarenessEntryBytes,
    });
  }

  get tailSize(): { rows: number; bytes: number; snapshotBytes: number } {
    return { rows: this.#tail.rows, bytes: this.#tail.bytes, snapshotBytes: this.#snapshot?.data.length ?? 0 };
  }

  get isBusy(): boolean {
    return this.#pending.length > 0 || this.#inFlight.length > 0;
  }

  get pendingUpdates(): number {
    return this.#pending.length + this.#inFlight.length;
  }

  /** Registers first and answers later, so that nothing falls between the two. */
  join(connection: Connection): void {
    this.connections.add(connection);
    if (!this.#mayNotWrite(connection)) connection.sendNow(step1Frame(encodeClocks(this.#committedClocks)));
    const cursors = this.cursors();
    if (cursors) connection.sendNow(cursors);
  }

  left(connection: Connection): void {
    this.connections.delete(connection);
    this.#owed.delete(connection);
    this.#owedInFlight.delete(connection);
    this.#awareness.remove(connection);
    if (this.#awareness.isDirty) this.#scheduleBeat();
    this.endWhenUnused();
  }

  endWhenUnused(): void {
    if (!this.hasEnded && this.connections.size === 0 && this.reserved === 0 && !this.isBusy) this.#end();
  }

  setReadOnly(isReadOnly: boolean): void {
    this.#isReadOnly = isReadOnly;
  }

  receive(connection: Connection, frame: Uint8Array, now: number): void {
    const message = readIncoming(frame);
    if (message?.kind === 'awareness') return this.#receiveAwareness(connection, message.payload, now);
    if (!connection.takeFrame(frame.length, now)) return this.#shut(connection, CLOSE.tooFast, 'too-fast');
    if (!message) return this.#shut(connection, CLOSE.badMessage, 'unknown-message');
    if (message.kind === 'step1') return this.#answerJoin(connection, message.stateVector, now);
    if (message.kind === 'update') return this.#receiveUpdate(connection, message.update, message.isStep2);
    const cursors = this.cursors();
    if (cursors) connection.sendNow(cursors);
  }

  // --- joins ([S3]) ---

  /** Everything after `seq`, or the whole board when the tail does not reach back that far. */
  since(seq: number): { frames: Buffer[]; seq: number } {
    if (seq === this.seq) return { frames: [], seq };
    const frame = this.#tail.frameSince(seq, this.#snapshot?.seq ?? 0);
    return { frames: frame ? [frame] : [...this.#boardFrames(new Map()), STEP2_EMPTY_FRAME], seq: this.seq };
  }

  cursors(): Buffer | null {
    const all = this.#awareness.encodeAll();
    return all ? awarenessFrame(all) : null;
  }

  #answerJoin(connection: Connection, stateVector: Uint8Array, now: number): void {
    let known: Map<number, number>;
    try {
      known = decodeClocks(stateVector);
    } catch {
      return this.#shut(connection, CLOSE.badMessage, 'bad-state-vector');
    }
    connection.sendJoin([...this.#boardFrames(known), STEP2_EMPTY_FRAME], this.seq, now);
  }

  #boardFrames(known: ReadonlyMap<number, number>): Buffer[] {
    if (!this.isBusy && covers(known, this.#index.clocks)) {
      if (this.#index.deletes.size === 0) return [];
      this.#allDeletesFrame ??= updateFrame(this.#index.encodeDeletes());
      return [this.#allDeletesFrame];
    }
    const tail = this.#tail.frames();
    if (!this.#snapshot) return tail;
    return covers(known, this.#snapshot.clocks)
      ? [this.#snapshot.dsFrame, ...tail]
      : [...this.#snapshot.frames, ...tail];
  }

  // --- writes ([S2], [S5], [S8]) ---

  #receiveUpdate(connection: Connection, update: Uint8Array, isStep2: boolean): void {
    connection.received += 1;
    if (this.#mayNotWrite(connection)) return this.#refuse(connection, 'read-only');
    if (isStep2) connection.isAwaitingStep2 = false;
    connection.hasSentStep2 ||= isStep2;
    if (this.#lastRedundant && Buffer.compare(this.#lastRedundant, update) === 0) return this.#owe(connection);
    let decoded: DecodedUpdate;
    try {
      decoded = Y.decodeUpdate(update);
    } catch {
      return this.#shut(connection, CLOSE.badMessage, 'undecodable');
    }
    const examined = this.#index.examine(decoded);
    if (examined.kind === 'gap') return this.#holdGap(connection);
    if (examined.kind === 'redundant') {
      this.#options.figures.redundant += 1;
      this.#lastRedundant = update.slice();
      return this.#owe(connection);
    }
    this.#accept(connection, update, decoded, examined.tops);
  }

  #accept(connection: Connection, update: Uint8Array, decoded: DecodedUpdate, tops: ReadonlyMap<number, number>): void {
    const early = refuseStructs(decoded) ?? this.#refuseWriters(connection, tops);
    if (early) return this.#refuse(connection, early);
    const refusal = this.#applyLive(connection, update);
    if (refusal) {
      this.#live.discard();
      return refusal === 'broken'
        ? this.#shut(connection, CLOSE.badMessage, 'does-not-apply')
        : this.#refuse(connection, refusal);
    }
    this.#index.add(decoded, tops);
    for (const client of tops.keys()) if (!this.#writers.has(client)) this.#writers.set(client, connection.actor.key);
    this.#allDeletesFrame = null;
    this.#pending.push({ author: connection.actor.key, update, tops });
    this.#pendingBytes += update.length;
    this.#owe(connection);
    const now = performance.now();
    const isLate = this.#inFlight.length > 0 && now - this.#inFlightSince > 2_000;
    if (isLate || this.#pendingBytes > this.#options.limits.maxPendingBytes) connection.pause();
    this.#options.queue.schedule(this, Math.max(now, this.#lastBatchAt + batchWindowMs(this.connections.size)));
  }

  #applyLive(connection: Connection, update: Uint8Array): UpdateRefusal | 'broken' | null {
    const applied = this.#live.apply(update);
    if (applied.kind === 'broken') return 'broken';
    if (applied.kind === 'foreign') return 'foreign-root';
    const context = {
      boardId: this.boardId,
      actor: connection.actor,
      touchedKeys: applied.touchedKeys,
      doc: this.#live.current(),
    };
    return refuseTouched(context) ?? this.#options.refuseUpdate?.(context) ?? null;
  }

  /** [S5.6] A Yjs client id belongs to who first wrote under it: nobody can use up another's clocks. */
  #refuseWriters(connection: Connection, tops: ReadonlyMap<number, number>): UpdateRefusal | null {
    for (const client of tops.keys()) {
      const writer = this.#writers.get(client);
      if (writer !== undefined && writer !== connection.actor.key) return 'foreign-client';
    }
    return null;
  }

  /**
   * Before its step 2 a client that was away sends what it does now without what it did then: step 2 brings both.
   * After it, it has missed something, and has to come back.
   */
  #holdGap(connection: Connection): void {
    if (connection.hasSentStep2) return this.#shut(connection, CLOSE.tryAgainLater, 'gap');
    connection.isAwaitingStep2 = true;
  }

  #mayNotWrite(connection: Connection): boolean {
    return connection.isReadOnly || this.#isReadOnly;
  }

  /** A receipt for what came so far, once that is stored. */
  #owe(connection: Connection): void {
    if (this.isBusy) this.#owed.set(connection, connection.received);
    else connection.sendReceipt(connection.received);
  }

  takeBatch(): LogRow[] {
    if (this.hasEnded) return [];
    this.#inFlight = this.#pending;
    this.#owedInFlight = this.#owed;
    this.#pending = [];
    this.#owed = new Map();
    this.#pendingBytes = 0;
    this.#lastBatchAt = this.#inFlightSince = performance.now();
    const byAuthor = new Map<string, Uint8Array[]>();
    for (const { author, update } of this.#inFlight) {
      const updates = byAuthor.get(author);
      if (updates) updates.push(update);
      else byAuthor.set(author, [update]);
    }
    return [...byAuthor].map(([author, updates]) => ({ boardId: this.boardId, author, data: joined(updates) }));
  }

  committed({ from, to }: { from: number; to: number }): void {
    if (this.hasEnded) return;
    if (from !== this.seq + 1) return this.fail(new Error('another process has written to this board'));
    const previousSeq = this.seq;
    const data = joined(this.#inFlight.map(({ update }) => update));
    for (const { tops } of this.#inFlight) for (const [client, clock] of tops) this.#committedClocks.set(client, clock);
    this.#inFlight = [];
    this.seq = to;
    this.#tail.append({ from, to, data }, to - previousSeq);
    this.#sendCommitted(updateFrame(data), previousSeq);
    this.#options.onCommitted(this);
    this.endWhenUnused();
  }

  #sendCommitted(frame: Buffer, previousSeq: number): void {
    const now = performance.now();
    for (const connection of this.connections) connection.sendUpdate(frame, previousSeq, now);
    for (const [connection, count] of this.#owedInFlight) connection.sendReceipt(count);
    this.#owedInFlight.clear();
    if (this.isBusy) return;
    for (const [connection, count] of this.#owed) connection.sendReceipt(count);
    this.#owed.clear();
    for (const connection of this.connections) connection.resume();
  }

  failed(error: unknown): void {
    this.fail(error);
  }

  /** Everything in memory is given up; the database says what is true. */
  fail(error: unknown): void {
    if (this.hasEnded) return;
    this.#options.log.error(
      { err: error, boardId: this.boardId, connections: this.connections.size },
      'the room is closed: storing failed',
    );
    this.#pending = [];
    this.#inFlight = [];
    this.#end();
    for (const connection of [...this.connections]) connection.close(CLOSE.tryAgainLater);
  }

  // --- compaction ([S4]) ---

  /** Takes over a snapshot that was made of the stored rows up to its `seq`. */
  replaceSnapshot(snapshot: StoredSnapshot): void {
    if (this.hasEnded || snapshot.seq <= (this.#snapshot?.seq ?? 0) || snapshot.seq > this.seq) return;
    this.#setSnapshot(snapshot);
    this.#tail.dropUntil(snapshot.seq);
  }

  #setSnapshot(snapshot: StoredSnapshot | null): void {
    if (!snapshot) return;
    this.#snapshot = {
      ...snapshot,
      clocks: decodeClocks(snapshot.sv),
      frames: wireFragments(updatePrefix(snapshot.data.length), snapshot.data, FRAGMENT_BYTES),
      dsFrame: updateFrame(snapshot.ds),
    };
  }

  *#accepted(): Iterable<Uint8Array> {
    if (this.#snapshot) yield this.#snapshot.data;
    yield* this.#tail.updates();
    for (const { update } of this.#inFlight) yield update;
    for (const { update } of this.#pending) yield update;
  }

  // --- cursors ([S6]) ---

  #receiveAwareness(connection: Connection, payload: Uint8Array, now: number): void {
    const result = this.#awareness.receive(connection, connection.actor, payload);
    if (result === 'bad') return this.#shut(connection, CLOSE.badMessage, 'bad-awareness');
    const isAllowed = result === 'echo' ? connection.takeEcho(now) : connection.takeFrame(payload.length, now);
    if (!isAllowed) return this.#shut(connection, CLOSE.tooFast, 'too-fast');
    if (result === 'changed') this.#scheduleBeat();
  }

  #scheduleBeat(): void {
    if (this.#beat || this.hasEnded) return;
    const wait = Math.max(0, this.#lastBeatAt + awarenessBeatMs(this.connections.size) - performance.now());
    this.#beat = setTimeout(() => this.#sendBeat(), wait);
  }

  #sendBeat(): void {
    this.#beat = null;
    this.#lastBeatAt = performance.now();
    const changes = this.#awareness.takeChanges();
    if (!changes) return;
    const frame = awarenessFrame(changes);
    for (const connection of this.connections) connection.sendCursors(frame);
  }

  // --- endings ---

  #refuse(connection: Connection, refusal: UpdateRefusal): void {
    this.#options.figures.refused += 1;
    this.#shut(connection, connection.actor.role === 'observer' ? CLOSE.forbidden : CLOSE.refused, refusal);
  }

  #shut(connection: Connection, code: CloseCode, reason: string): void {
    this.#options.log.warn(
      { boardId: this.boardId, author: connection.actor.key, code, reason },
      'a connection is closed',
    );
    connection.close(code);
  }

  #end(): void {
    this.hasEnded = true;
    if (this.#beat) clearTimeout(this.#beat);
    this.#live.discard();
    this.#options.onEnd(this);
  }
}

/** Several updates as one; one's own copy, so that a small update does not keep a whole network buffer alive. */
function joined(updates: readonly Uint8Array[]): Uint8Array {
  const [only] = updates;
  return updates.length === 1 && only ? only.slice() : Y.mergeUpdates([...updates]);
}
