import type { Connection } from './connection';
import { awarenessBeatMs, type Limits } from './limits';
import { AwarenessTable } from './wire/awareness-table';
import { awarenessFrame } from './wire/frames';

/** [S6] The cursors of a room: what changed goes out as one frame for everybody, once per beat. */
export class RoomCursors {
  readonly #table: AwarenessTable<Connection>;
  #beat: NodeJS.Timeout | null = null;
  #lastBeatAt = 0;

  constructor(
    private readonly readers: ReadonlySet<Connection>,
    limits: Limits,
  ) {
    this.#table = new AwarenessTable({ maxIds: limits.maxAwarenessIds, maxEntryBytes: limits.maxAwarenessEntryBytes });
  }

  receive(connection: Connection, payload: Uint8Array): 'changed' | 'echo' | 'bad' {
    const result = this.#table.receive(connection, connection.actor, payload);
    if (result === 'changed') this.#schedule();
    return result;
  }

  left(connection: Connection): void {
    this.#table.remove(connection);
    if (this.#table.isDirty) this.#schedule();
  }

  /** Everybody's, for a new reader; null when there are none. */
  all(): Buffer | null {
    const entries = this.#table.encodeAll();
    return entries ? awarenessFrame(entries) : null;
  }

  stop(): void {
    if (this.#beat) clearTimeout(this.#beat);
    this.#beat = null;
  }

  #schedule(): void {
    if (this.#beat || this.readers.size === 0) return;
    const wait = Math.max(0, this.#lastBeatAt + awarenessBeatMs(this.readers.size) - performance.now());
    this.#beat = setTimeout(() => this.#send(), wait);
  }

  #send(): void {
    this.#beat = null;
    this.#lastBeatAt = performance.now();
    const changes = this.#table.takeChanges();
    if (!changes) return;
    const frame = awarenessFrame(changes);
    for (const reader of this.readers) reader.sendCursors(frame);
  }
}
