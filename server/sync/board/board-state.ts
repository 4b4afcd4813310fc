/**
 * What a room holds of its board, without sockets: the snapshot and tail as bytes, the index that knows what is new,
 * the live document that knows what is touched, and what waits to be stored.
 */
import * as Y from 'yjs';
import type { LogRow, StoredSnapshot } from '@/lib/db/board-log';
import { personOf, type SyncActor } from '../sync-actor';
import { step1Frame, updateFragments, updateFrame } from '../wire/frames';
import type { BoardTail } from './board-tail';
import { covers, decodeClocks, encodeClocks } from './delete-ranges';
import { LiveDoc } from './live-doc';
import type { LoadedRoom } from './load-room';
import { type RefuseUpdate, refuseStructs, refuseTouched, type UpdateRefusal } from './refuse-update';
import type { DecodedUpdate, UpdateIndex } from './update-index';

type Pending = { author: string; update: Uint8Array; tops: ReadonlyMap<number, number> };
type OpenSnapshot = StoredSnapshot & { clocks: Map<number, number>; frames: Buffer[]; dsFrames: Buffer[] };

/** One connection of somebody; `connection` only tells two apart. */
export type Writer = {
  actor: SyncActor;
  connection: object;
  /** [S5.9] whether so many Yjs client ids that the board does not know yet may be added */
  mayAddClients?: (count: number) => boolean;
};

/** 'gap' = it leans on something the board does not have. */
export type Verdict =
  | { kind: 'accepted' | 'redundant' | 'gap' | 'undecodable' }
  | { kind: 'refused'; refusal: UpdateRefusal };

export class BoardState {
  seq: number;
  pendingBytes = 0;
  readonly #boardId: string;
  readonly #tail: BoardTail;
  readonly #index: UpdateIndex;
  readonly #live = new LiveDoc(() => this.#accepted());
  readonly #committedClocks: Map<number, number>;
  /** Yjs client id → who writes under it, and through which connection */
  readonly #writers = new Map<number, Writer>();
  #snapshot: OpenSnapshot | null;
  #pending: Pending[] = [];
  #inFlight: Pending[] = [];
  #allDeletesFrames: Buffer[] | null = null;
  #lastRedundant: Uint8Array | null = null;

  constructor(
    boardId: string,
    loaded: LoadedRoom,
    private readonly refuseMore: RefuseUpdate | undefined,
  ) {
    this.#boardId = boardId;
    this.seq = loaded.seq;
    this.#tail = loaded.tail;
    this.#index = loaded.index;
    this.#committedClocks = new Map(loaded.index.clocks);
    this.#snapshot = loaded.snapshot && openSnapshot(loaded.snapshot);
  }

  get tailSize(): { rows: number; bytes: number; snapshotBytes: number } {
    return { rows: this.#tail.rows, bytes: this.#tail.bytes, snapshotBytes: this.#snapshot?.data.length ?? 0 };
  }

  get pendingUpdates(): number {
    return this.#pending.length + this.#inFlight.length;
  }

  /** A batch is under way. */
  get isStoring(): boolean {
    return this.#inFlight.length > 0;
  }

  // --- what goes out ([S3]) ---

  /** Asks a client for what is not stored yet. */
  step1(): Buffer {
    return step1Frame(encodeClocks(this.#committedClocks));
  }

  /** What somebody who has `known` needs, as frames; nothing is opened or compared byte by byte. Throws on bad bytes. */
  framesFor(stateVector: Uint8Array): Buffer[] {
    return this.#frames(decodeClocks(stateVector));
  }

  /** Everything stored after `seq`, or the whole board when the tail does not reach back that far. */
  since(seq: number): Buffer[] {
    if (seq === this.seq) return [];
    return this.#tail.framesSince(seq, this.#snapshot?.seq ?? 0) ?? this.#frames(new Map());
  }

  #frames(known: ReadonlyMap<number, number>): Buffer[] {
    if (this.pendingUpdates === 0 && covers(known, this.#index.clocks)) return this.#deletesOnly();
    const tail = this.#tail.frames();
    if (!this.#snapshot) return tail;
    return covers(known, this.#snapshot.clocks)
      ? [...this.#snapshot.dsFrames, ...tail]
      : [...this.#snapshot.frames, ...tail];
  }

  /** For who has everything: what was deleted cannot be seen from clocks. */
  #deletesOnly(): Buffer[] {
    if (this.#index.deletes.size === 0) return [];
    this.#allDeletesFrames ??= updateFragments(this.#index.encodeDeletes());
    return this.#allDeletesFrames;
  }

  // --- what comes in ([S5], [S8]) ---

  /** Judges an update; after 'accepted' it waits in `takeBatch`. */
  receive(writer: Writer, update: Uint8Array): Verdict {
    // Many who come back at once send the very same delete set.
    if (this.#lastRedundant && Buffer.compare(this.#lastRedundant, update) === 0) return { kind: 'redundant' };
    const decoded = decode(update);
    if (!decoded) return { kind: 'undecodable' };
    const examined = this.#index.examine(decoded);
    if (examined.kind === 'gap') return examined;
    if (examined.kind === 'redundant') {
      this.#lastRedundant = update.slice();
      return examined;
    }
    return this.#judge(writer, update, decoded, examined.tops);
  }

  #judge(writer: Writer, update: Uint8Array, decoded: DecodedUpdate, tops: ReadonlyMap<number, number>): Verdict {
    const early = refuseStructs(decoded) ?? this.#refuseWriter(writer, tops) ?? this.#refuseClients(writer, tops);
    if (early) return { kind: 'refused', refusal: early };
    const refusal = this.#refuseContent(writer.actor, update);
    if (refusal) {
      this.#live.discard();
      return refusal === 'undecodable' ? { kind: refusal } : { kind: 'refused', refusal };
    }
    this.#index.add(decoded, tops);
    for (const client of tops.keys()) this.#writers.set(client, writer);
    this.#allDeletesFrames = null;
    this.#pending.push({ author: writer.actor.key, update, tops });
    this.pendingBytes += update.length;
    return { kind: 'accepted' };
  }

  #refuseContent(actor: SyncActor, update: Uint8Array): UpdateRefusal | 'undecodable' | null {
    const applied = this.#live.apply(update);
    if (applied.kind === 'broken') return 'undecodable';
    if (applied.kind === 'foreign') return 'foreign-root';
    const { touchedKeys } = applied;
    const context = { boardId: this.#boardId, actor, touchedKeys, doc: this.#live.current() };
    try {
      return refuseTouched(context) ?? this.refuseMore?.(context) ?? null;
    } catch {
      // [S8] What cannot even be looked at would throw in every reader.
      return 'undecodable';
    }
  }

  /** [S5.6] While somebody writes under a Yjs client id, nobody else can use up its clocks. */
  #refuseWriter({ actor }: Writer, tops: ReadonlyMap<number, number>): UpdateRefusal | null {
    for (const client of tops.keys()) {
      const owner = this.#writers.get(client);
      if (owner && personOf(owner.actor) !== personOf(actor)) return 'foreign-client';
    }
    return null;
  }

  /** [S5.9] A client id stays in the clocks for good, and everybody who joins gets them all. */
  #refuseClients({ mayAddClients }: Writer, tops: ReadonlyMap<number, number>): UpdateRefusal | null {
    let added = 0;
    for (const client of tops.keys()) if (!this.#index.clocks.has(client)) added += 1;
    return added === 0 || !mayAddClients || mayAddClients(added) ? null : 'too-many-clients';
  }

  /** The connection is gone: its client ids are free. */
  left(connection: object): void {
    for (const [client, writer] of this.#writers) if (writer.connection === connection) this.#writers.delete(client);
  }

  // --- storing ([S2]) ---

  /** What is waiting, one row per author, and from now under way. */
  takeBatch(): LogRow[] {
    this.#inFlight = this.#pending;
    this.#pending = [];
    this.pendingBytes = 0;
    const byAuthor = new Map<string, Uint8Array[]>();
    for (const { author, update } of this.#inFlight) {
      const updates = byAuthor.get(author);
      if (updates) updates.push(update);
      else byAuthor.set(author, [update]);
    }
    return [...byAuthor].map(([author, updates]) => ({ boardId: this.#boardId, author, data: joined(updates) }));
  }

  /** What was under way is stored; gives it back as one frame for everybody. */
  committed({ from, to }: { from: number; to: number }): Buffer {
    const data = joined(this.#inFlight.map(({ update }) => update));
    for (const { tops } of this.#inFlight) for (const [client, clock] of tops) this.#committedClocks.set(client, clock);
    this.#inFlight = [];
    this.seq = to;
    this.#tail.append({ from, to, data }, to - from + 1);
    return updateFrame(data);
  }

  /** Forgets what was not stored, and the document that knew of it. */
  giveUp(): void {
    this.#pending = [];
    this.#inFlight = [];
    this.#live.discard();
  }

  // --- compaction ([S4]) ---

  /** Takes over a snapshot that was made of the stored rows up to its `seq`. */
  replaceSnapshot(snapshot: StoredSnapshot): void {
    if (snapshot.seq <= (this.#snapshot?.seq ?? 0)) return;
    this.#snapshot = openSnapshot(snapshot);
    this.#tail.dropUntil(snapshot.seq);
  }

  *#accepted(): Iterable<Uint8Array> {
    if (this.#snapshot) yield this.#snapshot.data;
    yield* this.#tail.updates();
    for (const { update } of this.#inFlight) yield update;
    for (const { update } of this.#pending) yield update;
  }
}

function openSnapshot(snapshot: StoredSnapshot): OpenSnapshot {
  const { sv, ds, data } = snapshot;
  return { ...snapshot, clocks: decodeClocks(sv), frames: updateFragments(data), dsFrames: updateFragments(ds) };
}

/** [S8] Decoded whole, deletes included: less would let through what throws later. */
function decode(update: Uint8Array): DecodedUpdate | null {
  try {
    return Y.decodeUpdate(update);
  } catch {
    return null;
  }
}

/** Several updates as one; one's own copy, so that a small update does not keep a whole network buffer alive. */
function joined(updates: readonly Uint8Array[]): Uint8Array {
  const [only] = updates;
  return updates.length === 1 && only ? only.slice() : Y.mergeUpdates([...updates]);
}
