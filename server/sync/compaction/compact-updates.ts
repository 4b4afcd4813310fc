/**
 * One snapshot out of stored updates ([S4]): pure, and the only place where a whole board is opened. It never reads
 * from a room's memory, which could be wrong; a bad result is refused here, before anything is replaced.
 */
import * as Y from 'yjs';
import { DeleteRanges, type DeletesByClient, encodeClocks, encodeDeletes } from '../board/delete-ranges';
import { UpdateIndex } from '../board/update-index';

export type StoredUpdate = { seq: number; data: Uint8Array };
export type Compacted = {
  sv: Uint8Array;
  ds: Uint8Array;
  data: Uint8Array;
  quarantined: { seq: number; reason: string }[];
};

/** Throws when the result does not hold exactly what went in. */
export function compactUpdates(updates: readonly StoredUpdate[]): Compacted {
  const bad = new Map<number, string>();
  const doc = applyAll(updates, bad);
  const clocks = Y.decodeStateVector(Y.encodeStateVector(doc));
  const compacted = { sv: encodeClocks(clocks), ds: encodeDeletes(deletesOf(doc)), data: Y.encodeStateAsUpdate(doc) };
  doc.destroy();
  const good = updates.filter(({ seq }) => !bad.has(seq));
  checkCompacted(compacted, good);
  return { ...compacted, quarantined: [...bad].map(([seq, reason]) => ({ seq, reason })) };
}

/** [S4.1] Throws when a snapshot, or what is said beside it, has other clocks than the updates it was made of. */
export function checkCompacted({ sv, data }: Pick<Compacted, 'sv' | 'data'>, updates: readonly StoredUpdate[]): void {
  const expected = expectedClocks(updates);
  const written = Y.decodeStateVector(Y.encodeStateVectorFromUpdate(data));
  if (sameClocks(Y.decodeStateVector(sv), expected) && sameClocks(written, expected)) return;
  throw new Error('the compacted board does not hold what its rows hold');
}

/** A document with every update that applies; the others are added to `bad`. */
function applyAll(updates: readonly StoredUpdate[], bad: Map<number, string>): Y.Doc {
  for (;;) {
    const doc = new Y.Doc();
    let at = 0;
    try {
      doc.transact(() => {
        for (const { seq, data } of updates) {
          at = seq;
          if (!bad.has(seq)) Y.applyUpdate(doc, data);
        }
      });
      return doc;
    } catch (error) {
      // What threw has left the document half changed: all over again without it.
      if (bad.has(at)) throw error;
      bad.set(at, error instanceof Error ? error.message : 'does not apply');
    }
  }
}

function expectedClocks(updates: readonly StoredUpdate[]): Map<number, number> {
  const index = new UpdateIndex();
  for (const { data } of updates) {
    const update = Y.decodeUpdate(data);
    const examined = index.examine(update);
    if (examined.kind === 'new') index.add(update, examined.tops);
  }
  return index.clocks;
}

function sameClocks(left: ReadonlyMap<number, number>, right: ReadonlyMap<number, number>): boolean {
  return left.size === right.size && [...left].every(([client, clock]) => right.get(client) === clock);
}

function deletesOf(doc: Y.Doc): DeletesByClient {
  const deletes: DeletesByClient = new Map();
  for (const [client, items] of Y.createDeleteSetFromStructStore(doc.store).clients) {
    const ranges = new DeleteRanges();
    for (const { clock, len } of items) ranges.add(clock, clock + len);
    deletes.set(client, ranges);
  }
  return deletes;
}
