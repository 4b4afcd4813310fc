/**
 * Knows which of this client's own changes the server has committed: the server echoes each committed update to its
 * sender, and after a reconnect its state vector and the board's stored deletes say the same (sync.md, points 6 and 7).
 */
import * as Y from 'yjs';

type Range = { clock: number; length: number };
type DeleteRanges = Map<number, Range[]>;

function deletesOf(update: { ds: { clients: Map<number, { clock: number; len: number }[]> } }): DeleteRanges {
  return new Map(
    [...update.ds.clients].map(([client, items]) => [
      client,
      items.map((item) => ({ clock: item.clock, length: item.len })),
    ]),
  );
}

/** What is left of `range` without `taken`. */
function subtract(range: Range, taken: Range): Range[] {
  const end = range.clock + range.length;
  const takenEnd = taken.clock + taken.length;
  if (takenEnd <= range.clock || taken.clock >= end) return [range];
  const left: Range[] = [];
  if (taken.clock > range.clock) left.push({ clock: range.clock, length: taken.clock - range.clock });
  if (takenEnd < end) left.push({ clock: takenEnd, length: end - takenEnd });
  return left;
}

export class Acknowledgements {
  /** own structs up to here are committed */
  private committedClock = 0;
  private ownClock = 0;
  private readonly pendingDeletes: DeleteRanges = new Map();

  constructor(private readonly clientId: number) {}

  get hasPending(): boolean {
    return this.ownClock > this.committedClock || this.pendingDeletes.size > 0;
  }

  /** An update this client made. */
  addLocal(update: Uint8Array): void {
    const decoded = Y.decodeUpdate(update);
    for (const struct of decoded.structs) {
      if (struct.id.client === this.clientId) this.ownClock = Math.max(this.ownClock, struct.id.clock + struct.length);
    }
    for (const [client, ranges] of deletesOf(decoded)) {
      this.pendingDeletes.set(client, [...(this.pendingDeletes.get(client) ?? []), ...ranges]);
    }
  }

  /** An update that came from the server, which sends only what is committed. */
  addCommitted(update: Uint8Array): void {
    if (!this.hasPending) return;
    const decoded = Y.decodeUpdate(update);
    for (const struct of decoded.structs) {
      if (struct.id.client !== this.clientId || struct instanceof Y.Skip) continue;
      if (struct.id.clock <= this.committedClock)
        this.committedClock = Math.max(this.committedClock, struct.id.clock + struct.length);
    }
    for (const [client, ranges] of deletesOf(decoded)) this.removeDeletes(client, ranges);
  }

  /** The server's own state vector (its sync step 1). */
  addCommittedClock(stateVector: Uint8Array): void {
    const clock = Y.decodeStateVector(stateVector).get(this.clientId) ?? 0;
    this.committedClock = Math.max(this.committedClock, clock);
  }

  private removeDeletes(client: number, committed: Range[]): void {
    let open = this.pendingDeletes.get(client);
    if (!open) return;
    for (const taken of committed) open = open.flatMap((range) => subtract(range, taken));
    if (open.length === 0) this.pendingDeletes.delete(client);
    else this.pendingDeletes.set(client, open);
  }
}
