import { expect, it } from 'vitest';
import * as Y from 'yjs';
import { readRecords, recordsOf, textOf, writeRemoval } from '@/lib/collab/workshop-doc';
import { compactBoard } from '@/server/sync/compaction/compact-board';
import { connect, type Person, synced } from '@/tests/support/sync-harness';
import { addNote, has, syncSuite, textIn } from '@/tests/support/sync-suite';
import { until } from '@/tests/support/until';

const suite = syncSuite();

it('[S2.6] work done while away is merged on return, also when somebody types before the answer is there', async () => {
  const anna = await suite.join('participant:anna');
  const bram = await suite.join('participant:bram');
  const shared = addNote(anna.doc, '');
  await until(() => has(bram.doc, shared), 'arrives');
  anna.provider.disconnect();
  const away = addNote(anna.doc, 'gemaakt terwijl ik weg was');
  textOf(anna.doc, shared)?.insert(0, 'A');
  textOf(bram.doc, shared)?.insert(0, 'B');
  anna.provider.once('status', () => undefined);
  anna.provider.on('status', ({ status }) => {
    // The client sends this before the server's step 1 can have arrived: it leans on what the server does not have.
    if (status === 'connected') textOf(anna.doc, away)?.insert(0, 'meteen ');
  });
  anna.provider.connect();
  await until(() => textIn(bram.doc, away) === 'meteen gemaakt terwijl ik weg was', 'both arrive');
  await until(
    () => textIn(anna.doc, shared)?.length === 2 && textIn(anna.doc, shared) === textIn(bram.doc, shared),
    'merged',
  );
  expect(anna.closed.filter((code) => code >= 4400)).toEqual([]);
});

it('[S2.5] fifty who return with the whole board store nothing and cost nobody a frame', async () => {
  const anna = await suite.join('participant:anna');
  for (let at = 0; at < 50; at++) {
    const key = addNote(anna.doc);
    if (at % 2) writeRemoval(anna.doc, key);
  }
  await until(async () => recordsOf(await suite.storedDoc()).size === 25, 'stored');
  const before = (await suite.rows()).length;
  let updates = 0;
  anna.doc.on('update', () => {
    updates += 1;
  });
  const docs = Array.from({ length: 50 }, () => {
    const doc = new Y.Doc();
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(anna.doc));
    return doc;
  });
  const people = docs.map((doc, at) => connect(suite.harness.port, suite.board.boardId, `participant:p${at}`, doc));
  await synced(...people);
  await until(() => suite.harness.sync.stats().redundant >= 50, 'every step 2 is looked at');
  expect((await suite.rows()).length).toBe(before);
  expect(updates).toBe(0);
  for (const person of people) person.leave();
});

it('[S3.2] who was away gets what was deleted meanwhile, with and without a snapshot in between', async () => {
  const anna = await suite.join('participant:anna');
  const keys = Array.from({ length: 6 }, () => addNote(anna.doc));
  await until(async () => recordsOf(await suite.storedDoc()).size === 6, 'stored');
  const bram = await suite.join('participant:bram');
  bram.provider.disconnect();
  for (const key of keys.slice(0, 3)) writeRemoval(anna.doc, key);
  await until(async () => recordsOf(await suite.storedDoc()).size === 3, 'stored');
  bram.provider.connect();
  await synced(bram);
  expect(readRecords(bram.doc).size).toBe(3);
  bram.provider.disconnect();
  writeRemoval(anna.doc, keys[3] as (typeof keys)[number]);
  await until(async () => recordsOf(await suite.storedDoc()).size === 2, 'stored');
  await compactBoard(suite.database.pool, suite.board.boardId);
  const other = await suite.start();
  const again = await suite.join('participant:bram', { harness: other, doc: bram.doc });
  expect(readRecords(again.doc).size).toBe(2);
});

it('[S3.1] who joins an old board with an old copy gets the snapshot as it lies', async () => {
  const anna = await suite.join('participant:anna');
  const first = addNote(anna.doc);
  await until(async () => has(await suite.storedDoc(), first), 'stored');
  const old = new Y.Doc();
  Y.applyUpdate(old, Y.encodeStateAsUpdate(anna.doc));
  const second = addNote(anna.doc);
  await until(async () => has(await suite.storedDoc(), second), 'stored');
  await compactBoard(suite.database.pool, suite.board.boardId);
  const other = await suite.start();
  const received: number[] = [];
  const { rows } = await suite.database.pool.query<{ n: number }>(
    'select length(data) as n from board_snap where board_id = $1',
    [suite.board.boardId],
  );
  old.on('update', (update: Uint8Array) => received.push(update.length));
  const late = await suite.join('participant:bram', { harness: other, doc: old });
  expect(has(late.doc, second)).toBe(true);
  expect(rows[0]?.n).toBeGreaterThan(received[0] ?? 0);
});

it('[S2.6] after its step 2 a client that leans on what is not there has to come back', async () => {
  const anna = await suite.join('participant:anna');
  const bram = await suite.join('participant:bram');
  await until(() => suite.harness.sync.stats().redundant >= 2, 'both have answered step 1');
  const held: [string, (update: Uint8Array, origin: unknown) => void] = [
    'update',
    (anna.provider as unknown as { _updateHandler: (update: Uint8Array, origin: unknown) => void })._updateHandler,
  ];
  anna.doc.off('update', held[1]);
  const lost = addNote(anna.doc);
  anna.doc.on('update', held[1]);
  const next = addNote(anna.doc);
  await until(() => anna.closed.includes(1013), 'it has to come back');
  await until(() => has(bram.doc, lost) && has(bram.doc, next), 'and brings both');
});

it('[S3.3] nothing falls between a join and the next update: 40 people come while one writes', async () => {
  const anna = await suite.join('participant:anna');
  const writing = setInterval(() => addNote(anna.doc), 1);
  const people: Person[] = [];
  for (let at = 0; at < 40; at++) people.push(await suite.join(`participant:p${at}`));
  clearInterval(writing);
  await until(() => people.every(({ doc }) => recordsOf(doc).size === recordsOf(anna.doc).size), 'all have everything');
});
