/**
 * Cursors of one room ([S6]). An entry belongs to the connection that introduced its id, so a y-websocket client that
 * sends back what it received, or somebody who moves another's cursor, is ignored before any JSON is parsed. The
 * identity in an entry is the server's: what a client says about who it is, is replaced.
 */
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { personOf, type SyncActor } from '../sync-actor';

type Entry<Owner> = { owner: Owner; person: string; clock: number; json: string };

export type AwarenessLimits = { maxIds: number; maxEntryBytes: number };

/** 'echo' = nothing of one's own in it, nothing changed; 'bad' = not decodable or over the bounds. */
export type AwarenessResult = 'changed' | 'echo' | 'bad';

/** So many departed ids are remembered, to tell a late echo of them from somebody new. */
const MAX_DEPARTED = 1_000;
const GONE = 'null';
const utf8 = new TextDecoder('utf-8', { fatal: true });

export class AwarenessTable<Owner extends object> {
  readonly #entries = new Map<number, Entry<Owner>>();
  readonly #ids = new Map<Owner, Set<number>>();
  /** id → clock at which it left */
  readonly #departed = new Map<number, number>();
  #dirty = new Set<number>();

  constructor(private readonly limits: AwarenessLimits) {}

  get isDirty(): boolean {
    return this.#dirty.size > 0;
  }

  /** Takes in one awareness message of `owner`. */
  receive(owner: Owner, actor: SyncActor, payload: Uint8Array): AwarenessResult {
    let own = 0;
    try {
      const decoder = decoding.createDecoder(payload);
      for (let left = decoding.readVarUint(decoder); left > 0; left--) {
        const id = decoding.readVarUint(decoder);
        const clock = decoding.readVarUint(decoder);
        const bytes = decoding.readVarUint8Array(decoder);
        if (!this.#isOwnNews(owner, id, clock) && !this.#isMoved(actor, id, clock, bytes)) continue;
        if (bytes.length > this.limits.maxEntryBytes) return 'bad';
        const json = utf8.decode(bytes);
        if (json === GONE) own += this.#leave(id, clock) ? 1 : 0;
        else if (this.#enter(id, { owner, person: personOf(actor), clock, json: stampIdentity(json, actor) })) own += 1;
        else return 'bad';
      }
    } catch {
      return 'bad';
    }
    return own > 0 ? 'changed' : 'echo';
  }

  /** Everything `owner` introduced is gone; to be called when its connection ends. */
  remove(owner: Owner): void {
    for (const id of this.#ids.get(owner) ?? []) {
      // The same clock: a client that comes back is then seen again at its very next move.
      this.#leave(id, this.#entries.get(id)?.clock ?? 0);
    }
    this.#ids.delete(owner);
  }

  /** What changed since the last call, as one awareness message; null when nothing did. */
  takeChanges(): Uint8Array | null {
    if (this.#dirty.size === 0) return null;
    const changed = this.#dirty;
    this.#dirty = new Set();
    return this.#encode([...changed]);
  }

  /** Everybody who is there, for a new reader; null when nobody is. */
  encodeAll(): Uint8Array | null {
    return this.#entries.size === 0 ? null : this.#encode([...this.#entries.keys()]);
  }

  #isOwnNews(owner: Owner, id: number, clock: number): boolean {
    const entry = this.#entries.get(id);
    if (entry) return entry.owner === owner && clock >= entry.clock;
    return clock > (this.#departed.get(id) ?? -1);
  }

  /**
   * The same person comes back over another connection while the old one is not known to be dead yet. What that person's
   * other tabs send back is never newer than what they got.
   */
  #isMoved(actor: SyncActor, id: number, clock: number, bytes: Uint8Array): boolean {
    const entry = this.#entries.get(id);
    return entry?.person === personOf(actor) && clock > entry.clock && bytes.length !== GONE.length;
  }

  /** False when the owner already speaks for as many ids as it may. */
  #enter(id: number, next: Entry<Owner>): boolean {
    const { owner, clock } = next;
    const entry = this.#entries.get(id);
    if (entry && entry.clock === clock) return true;
    const ids = this.#ids.get(owner) ?? new Set();
    if (!ids.has(id) && ids.size >= this.limits.maxIds) return false;
    if (entry && entry.owner !== owner) this.#ids.get(entry.owner)?.delete(id);
    this.#ids.set(owner, ids.add(id));
    this.#entries.set(id, next);
    this.#dirty.add(id);
    return true;
  }

  #leave(id: number, clock: number): boolean {
    const entry = this.#entries.get(id);
    if (!entry) return false;
    this.#entries.delete(id);
    this.#ids.get(entry.owner)?.delete(id);
    this.#departed.delete(id);
    this.#departed.set(id, clock);
    this.#dirty.add(id);
    if (this.#departed.size > MAX_DEPARTED) {
      const [oldest] = this.#departed.keys();
      if (oldest !== undefined) this.#departed.delete(oldest);
    }
    return true;
  }

  #encode(ids: readonly number[]): Uint8Array {
    return encoding.encode((encoder) => {
      encoding.writeVarUint(encoder, ids.length);
      for (const id of ids) {
        const entry = this.#entries.get(id);
        encoding.writeVarUint(encoder, id);
        encoding.writeVarUint(encoder, entry?.clock ?? this.#departed.get(id) ?? 0);
        encoding.writeVarString(encoder, entry?.json ?? GONE);
      }
    });
  }
}

/**
 * [S6.3] The state with the server's `user`. It is parsed each time (one's own entries only): text that is no JSON
 * would throw in every reader. Text that tells the truth is passed on as it is.
 */
export function stampIdentity(text: string, actor: SyncActor): string {
  const state: unknown = JSON.parse(text);
  if (typeof state !== 'object' || state === null || Array.isArray(state))
    throw new Error('an awareness state is an object');
  const { key, name, role } = actor;
  const claimed: unknown = 'user' in state ? state.user : null;
  const user: Record<string, unknown> = typeof claimed === 'object' && claimed !== null ? { ...claimed } : {};
  if (user.key === key && user.name === name && user.role === role) return text;
  return JSON.stringify({ ...state, user: { ...user, key, name, role } });
}
