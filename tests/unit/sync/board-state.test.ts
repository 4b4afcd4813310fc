import { expect, it } from 'vitest';
import * as Y from 'yjs';
import { readRecords, recordsOf } from '@/lib/collab/workshop-doc';
import { BoardState } from '@/server/sync/board/board-state';
import { BoardTail } from '@/server/sync/board/board-tail';
import { UpdateIndex } from '@/server/sync/board/update-index';
import { compactUpdates } from '@/server/sync/compaction/compact-updates';
import type { SyncActor } from '@/server/sync/sync-actor';
import { mutated } from '@/tests/support/mutated-update';
import { randomEdit } from '@/tests/support/random-edit';
import { SeededRandom } from '@/tests/support/seeded-random';

function emptyState(): BoardState {
  return new BoardState(
    'board',
    { seq: 0, snapshot: null, tail: new BoardTail(), index: new UpdateIndex() },
    undefined,
  );
}

const writer = (name: string) => {
  const actor: SyncActor = { key: `p:${name}`, name, role: 'participant', workshopId: 'w', canWrite: true };
  return { actor, connection: {} };
};

/** Stores what waits, as the room does; gives the stored rows. */
function commit(state: BoardState, rows: Uint8Array[]): void {
  const batch = state.takeBatch();
  if (batch.length === 0) return;
  rows.push(...batch.map(({ data }) => data));
  state.committed({ from: state.seq + 1, to: state.seq + batch.length });
}

function honestUpdates(random: SeededRandom, count: number): { doc: Y.Doc; updates: Uint8Array[] } {
  const doc = new Y.Doc();
  doc.clientID = 1_000 + random.below(1_000);
  const updates: Uint8Array[] = [];
  doc.on('update', (update: Uint8Array) => updates.push(update));
  while (updates.length < count) randomEdit(doc, random);
  return { doc, updates };
}

it('[S8] ten thousand garbled updates between honest ones: no throw, no change to the honest, all that is stored applies', () => {
  const random = new SeededRandom(20_261_122);
  const state = emptyState();
  const { doc, updates } = honestUpdates(random, 200);
  const rows: Uint8Array[] = [];
  const verdicts = new Map<string, number>();
  for (const update of updates) {
    for (let at = 0; at < 50; at++) {
      const { kind } = state.receive(writer('eve'), mutated(random.pick(updates), random));
      verdicts.set(kind, (verdicts.get(kind) ?? 0) + 1);
    }
    expect(['accepted', 'redundant']).toContain(state.receive(writer('anna'), update).kind);
    commit(state, rows);
  }
  expect([...verdicts.values()].reduce((sum, count) => sum + count)).toBe(10_000);
  expect(verdicts.get('undecodable')).toBeGreaterThan(1_000);
  const { data, quarantined } = compactUpdates(rows.map((row, at) => ({ seq: at + 1, data: row })));
  expect(quarantined).toEqual([]);
  const stored = new Y.Doc();
  Y.applyUpdate(stored, data);
  expect([...stored.share.keys()]).toEqual(['records']);
  expect([...readRecords(doc).keys()].length).toBeGreaterThan(10);
  expect(recordsOf(stored).size).toBeGreaterThanOrEqual(1);
});

it('[S5.6] with somebody there, garbled copies of their updates change nothing of theirs', () => {
  const random = new SeededRandom(7);
  const state = emptyState();
  const anna = writer('anna');
  const { doc, updates } = honestUpdates(random, 100);
  const rows: Uint8Array[] = [];
  expect(state.receive(anna, updates[0] ?? new Uint8Array()).kind).toBe('accepted');
  for (const update of updates.slice(1)) {
    for (let at = 0; at < 20; at++) {
      const garbled = mutated(update, random);
      const { structs } = safeDecode(garbled);
      const verdict = state.receive(writer('eve'), garbled);
      if (structs.some(({ id }) => id.client === doc.clientID)) expect(verdict.kind).not.toBe('accepted');
    }
    expect(['accepted', 'redundant']).toContain(state.receive(anna, update).kind);
    commit(state, rows);
  }
});

function safeDecode(update: Uint8Array): { structs: { id: Y.ID }[] } {
  try {
    return Y.decodeUpdate(update);
  } catch {
    return { structs: [] };
  }
}

it('[S2] gives one row per author of a batch, and one frame for everybody', () => {
  const state = emptyState();
  const [anna, bram] = [writer('anna'), writer('bram')];
  const one = honestUpdates(new SeededRandom(1), 5);
  const two = honestUpdates(new SeededRandom(2), 5);
  for (let at = 0; at < 5; at++) {
    state.receive(anna, one.updates[at] ?? new Uint8Array());
    state.receive(bram, two.updates[at] ?? new Uint8Array());
  }
  expect(state.pendingUpdates).toBe(10);
  const batch = state.takeBatch();
  expect(batch.map(({ author }) => author)).toEqual(['p:anna', 'p:bram']);
  const merged = new Y.Doc();
  for (const { data } of batch) Y.applyUpdate(merged, data);
  const all = new Y.Doc();
  for (const update of [...one.updates, ...two.updates]) Y.applyUpdate(all, update);
  expect(recordsOf(merged).toJSON()).toEqual(recordsOf(all).toJSON());
});

it('[S3.2] tells who has everything only the deletes, and nothing of what is not stored yet', () => {
  const state = emptyState();
  const anna = writer('anna');
  const { doc, updates } = honestUpdates(new SeededRandom(3), 40);
  const rows: Uint8Array[] = [];
  for (const update of updates.slice(0, 39)) state.receive(anna, update);
  commit(state, rows);
  const known = Y.encodeStateVectorFromUpdate(Y.mergeUpdates(rows));
  const size = (frames: Buffer[]) => frames.reduce((sum, frame) => sum + frame.length, 0);
  expect(size(state.framesFor(known))).toBeLessThan(size(state.framesFor(new Uint8Array([0]))) / 2);
  const before = size(state.framesFor(new Uint8Array([0])));
  state.receive(anna, updates[39] ?? new Uint8Array());
  expect(size(state.framesFor(new Uint8Array([0])))).toBe(before);
  expect(doc.clientID).toBeGreaterThan(0);
});

it('[S5.6] a facilitator who takes part goes on in the same document, while the old connection is not known to be dead', () => {
  const state = emptyState();
  const doc = new Y.Doc();
  const updates: Uint8Array[] = [];
  doc.on('update', (update: Uint8Array) => updates.push(update));
  recordsOf(doc).set('een', new Y.Map());
  recordsOf(doc).set('twee', new Y.Map());
  const [first = new Uint8Array(), second = new Uint8Array()] = updates;
  const base = { name: 'Begeleider', role: 'facilitator', workshopId: 'w', userId: 'anna', canWrite: true } as const;
  expect(state.receive({ actor: { ...base, key: 'u:anna' }, connection: {} }, first).kind).toBe('accepted');
  expect(state.receive(writer('eve'), second).kind).toBe('refused');
  expect(state.receive({ actor: { ...base, key: 'p:anna' }, connection: {} }, second).kind).toBe('accepted');
});
