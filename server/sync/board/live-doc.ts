/**
 * A room's Y.Doc beside the bytes ([S5]): it is asked only what an update touches. It is made at the first write, so
 * that joins never wait for it, and thrown away when it holds something that was refused: a CRDT cannot roll back.
 */
import * as Y from 'yjs';
import { RECORDS_MAP } from '@/lib/collab/workshop-doc';

/** 'broken' = the update does not apply, 'foreign' = it changed something outside the map of records. */
export type Applied = { kind: 'applied'; touchedKeys: Set<string> } | { kind: 'broken' } | { kind: 'foreign' };

export class LiveDoc {
  #doc: Y.Doc | null = null;

  /** `bytes` gives everything accepted so far, in order. */
  constructor(private readonly bytes: () => Iterable<Uint8Array>) {}

  /** Applies an update; after 'broken' or 'foreign', or a refusal of one's own, `discard` must follow. */
  apply(update: Uint8Array): Applied {
    const doc = this.current();
    const seen: Y.Transaction[] = [];
    try {
      Y.transact(doc, (transaction) => {
        seen.push(transaction);
        Y.applyUpdate(doc, update);
      });
    } catch {
      return { kind: 'broken' };
    }
    if (doc.store.pendingStructs !== null || doc.store.pendingDs !== null) return { kind: 'broken' };
    const [transaction] = seen;
    const touchedKeys = transaction ? touchedRecords(doc, transaction) : null;
    return touchedKeys ? { kind: 'applied', touchedKeys } : { kind: 'foreign' };
  }

  /** The document with everything accepted; to be read only. */
  current(): Y.Doc {
    if (this.#doc) return this.#doc;
    const doc = new Y.Doc();
    // Named before anything is applied: naming a root later puts another object in its place.
    doc.getMap(RECORDS_MAP);
    doc.transact(() => {
      for (const update of this.bytes()) Y.applyUpdate(doc, update);
    });
    this.#doc = doc;
    return doc;
  }

  discard(): void {
    this.#doc?.destroy();
    this.#doc = null;
  }
}

/** The record keys a transaction changed; null when it changed another root. */
function touchedRecords(doc: Y.Doc, { changed }: Y.Transaction): Set<string> | null {
  const records: unknown = doc.getMap(RECORDS_MAP);
  const touched = new Set<string>();
  for (const [type, keys] of changed as Map<unknown, Set<string | null>>) {
    if (type === records) {
      for (const key of keys) if (key !== null) touched.add(key);
      continue;
    }
    const key = type instanceof Y.AbstractType ? recordKeyOf(type, records) : null;
    if (key === null) return null;
    touched.add(key);
  }
  return touched;
}

function recordKeyOf(type: Y.AbstractType<unknown>, records: unknown): string | null {
  let item = type._item;
  while (item) {
    const parent: unknown = item.parent;
    if (parent === records) return item.parentSub;
    item = parent instanceof Y.AbstractType ? parent._item : null;
  }
  return null;
}
