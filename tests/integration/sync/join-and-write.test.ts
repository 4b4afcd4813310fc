import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import * as Y from 'yjs';
import { exampleNote, readRecords, recordsOf, writeNewRecord } from '@/lib/collab/workshop-doc';
import { createTestDatabase, type TestDatabase } from '@/tests/support/create-test-database';
import { createTestBoard, type TestBoard } from '@/tests/support/sync-board';
import { connect, type SyncHarness, startSync, synced } from '@/tests/support/sync-harness';
import { until } from '@/tests/support/until';

let database: TestDatabase;
let board: TestBoard;
let harness: SyncHarness;

beforeAll(async () => {
  database = await createTestDatabase();
  board = await createTestBoard(database.pool);
  harness = await startSync({ pool: database.pool, boards: [board] });
});

afterAll(async () => {
  await harness.stop();
  await database.drop();
});

it('[S2] what one writes the other sees, and by then it is in the database', async () => {
  const anna = connect(harness.port, board.boardId, 'participant:anna');
  const bram = connect(harness.port, board.boardId, 'participant:bram');
  await synced(anna, bram);
  const key = `note:${randomUUID()}` as const;
  const stored: Promise<number>[] = [];
  recordsOf(bram.doc).observe(() => {
    stored.push(
      database.pool
        .query('select count(*)::int as n from board_log where board_id = $1', [board.boardId])
        .then(({ rows }) => (rows[0] as { n: number }).n),
    );
  });
  writeNewRecord(anna.doc, key, exampleNote('p:anna'));
  await until(() => readRecords(bram.doc).has(key), 'the note arrives');
  expect(await stored[0]).toBeGreaterThan(0);
  anna.leave();
  bram.leave();
});

it('[S3] who joins later gets everything before synced fires', async () => {
  const late = connect(harness.port, board.boardId, 'participant:cor');
  let size = -1;
  late.provider.once('sync', () => {
    size = recordsOf(late.doc).size;
  });
  await synced(late);
  expect(size).toBe(1);
  late.leave();
});

it('[S3] the room that was left is read from the database again', async () => {
  await until(() => harness.sync.stats().rooms === 0, 'the room is gone');
  const again = connect(harness.port, board.boardId, 'observer:dina');
  await synced(again);
  expect(readRecords(again.doc).size).toBe(1);
  expect(Y.encodeStateVector(again.doc).length).toBeGreaterThan(1);
  again.leave();
});
