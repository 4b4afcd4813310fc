import { expect, it } from 'vitest';
import * as Y from 'yjs';
import { UpdateIndex } from '@/server/sync/board/update-index';

/** The updates of a small history, one per step: two writes, an overwrite, a delete. */
function history(): { doc: Y.Doc; updates: Uint8Array[] } {
  const doc = new Y.Doc();
  const updates: Uint8Array[] = [];
  doc.on('update', (update: Uint8Array) => updates.push(update));
  const map = doc.getMap('records');
  map.set('a', 1);
  map.set('b', 2);
  map.set('a', 3);
  map.delete('b');
  return { doc, updates };
}

function indexOf(updates: readonly Uint8Array[]): UpdateIndex {
  const index = new UpdateIndex();
  for (const update of updates) {
    const decoded = Y.decodeUpdate(update);
    const examined = index.examine(decoded);
    if (examined.kind === 'new') index.add(decoded, examined.tops);
  }
  return index;
}

it('[S2.5] calls each step new once, and redundant ever after', () => {
  const { updates } = history();
  const index = new UpdateIndex();
  for (const update of updates) {
    const decoded = Y.decodeUpdate(update);
    const examined = index.examine(decoded);
    expect(examined.kind).toBe('new');
    if (examined.kind === 'new') index.add(decoded, examined.tops);
    expect(index.examine(Y.decodeUpdate(update)).kind).toBe('redundant');
  }
});

it('[S2.5] a whole document that adds one delete is new, and without it redundant', () => {
  const { doc, updates } = history();
  const index = indexOf(updates.slice(0, 3));
  expect(index.examine(Y.decodeUpdate(Y.encodeStateAsUpdate(doc))).kind).toBe('new');
  const full = indexOf(updates);
  expect(full.examine(Y.decodeUpdate(Y.encodeStateAsUpdate(doc))).kind).toBe('redundant');
});

it('[S2.6] sees a hole in the clocks, a missing neighbour and a delete of the unknown', () => {
  const { updates } = history();
  const [first, second, third, fourth] = updates.map((update) => Y.decodeUpdate(update));
  if (!first || !second || !third || !fourth) throw new Error('four steps');
  expect(new UpdateIndex().examine(second).kind).toBe('gap');
  expect(new UpdateIndex().examine(fourth).kind).toBe('gap');
  const other = new Y.Doc();
  Y.applyUpdate(other, updates[0] ?? new Uint8Array());
  const leaning: Uint8Array[] = [];
  other.on('update', (update: Uint8Array) => leaning.push(update));
  other.getMap('records').set('a', 'overwrites what only the other has');
  expect(new UpdateIndex().examine(Y.decodeUpdate(leaning[0] ?? new Uint8Array())).kind).toBe('gap');
  expect(indexOf(updates.slice(0, 1)).examine(Y.decodeUpdate(leaning[0] ?? new Uint8Array())).kind).toBe('new');
});

it('[S3.2] is the same from a snapshot as from its steps', () => {
  const { doc, updates } = history();
  const steps = indexOf(updates);
  const snapshot = UpdateIndex.fromSnapshot(Y.encodeStateVector(doc), steps.encodeDeletes());
  expect(snapshot.clocks).toEqual(steps.clocks);
  expect(snapshot.encodeDeletes()).toEqual(steps.encodeDeletes());
});
