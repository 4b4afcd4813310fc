import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';

/**
 * Deleted clock ranges of one Yjs client, sorted and joined; even places hold starts, odd ones ends (exclusive).
 */
export class DeleteRanges {
  readonly bounds: number[] = [];

  /** Place of the last range that starts at or before `clock`, or -1. */
  #rangeBefore(clock: number): number {
    let low = 0;
    let high = this.bounds.length / 2;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.bounds[middle * 2] ?? 0) <= clock) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  }

  contains(start: number, end: number): boolean {
    const range = this.#rangeBefore(start);
    return range >= 0 && end <= (this.bounds[range * 2 + 1] ?? 0);
  }

  add(start: number, end: number): void {
    if (this.contains(start, end)) return;
    const before = this.#rangeBefore(start);
    const joinsBefore = before >= 0 && (this.bounds[before * 2 + 1] ?? 0) >= start;
    const first = joinsBefore ? before : before + 1;
    let last = first;
    let newEnd = end;
    while (last * 2 < this.bounds.length && (this.bounds[last * 2] ?? 0) <= newEnd) {
      newEnd = Math.max(newEnd, this.bounds[last * 2 + 1] ?? 0);
      last += 1;
    }
    const newStart = joinsBefore ? (this.bounds[before * 2] ?? start) : start;
    this.bounds.splice(first * 2, (last - first) * 2, newStart, newEnd);
  }
}

export type DeletesByClient = Map<number, DeleteRanges>;

/** The deletes alone, as a Yjs update without structs. */
export function encodeDeletes(deletes: DeletesByClient): Uint8Array {
  const clients = [...deletes].filter(([, ranges]) => ranges.bounds.length > 0);
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, 0);
    encoding.writeVarUint(encoder, clients.length);
    for (const [client, { bounds }] of clients.sort(([a], [b]) => b - a)) {
      encoding.writeVarUint(encoder, client);
      encoding.writeVarUint(encoder, bounds.length / 2);
      for (let at = 0; at < bounds.length; at += 2) {
        encoding.writeVarUint(encoder, bounds[at] ?? 0);
        encoding.writeVarUint(encoder, (bounds[at + 1] ?? 0) - (bounds[at] ?? 0));
      }
    }
  });
}

export function encodeClocks(clocks: ReadonlyMap<number, number>): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, clocks.size);
    for (const [client, clock] of clocks) {
      encoding.writeVarUint(encoder, client);
      encoding.writeVarUint(encoder, clock);
    }
  });
}

/** Throws when the bytes are no state vector. */
export function decodeClocks(bytes: Uint8Array): Map<number, number> {
  const decoder = decoding.createDecoder(bytes);
  const clocks = new Map<number, number>();
  for (let left = decoding.readVarUint(decoder); left > 0; left--) {
    const client = decoding.readVarUint(decoder);
    clocks.set(client, decoding.readVarUint(decoder));
  }
  return clocks;
}

/** Whether `known` has everything that `wanted` has. */
export function covers(known: ReadonlyMap<number, number>, wanted: ReadonlyMap<number, number>): boolean {
  for (const [client, clock] of wanted) if ((known.get(client) ?? 0) < clock) return false;
  return true;
}
