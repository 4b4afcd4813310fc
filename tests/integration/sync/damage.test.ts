import { expect, it } from 'vitest';
import type { RecordKey } from '@/lib/collab/records';
import { recordsOf } from '@/lib/collab/workshop-doc';
import { compactBoard } from '@/server/sync/compaction/compact-board';
import { addNote, has, syncSuite } from '@/tests/support/sync-suite';
import { until } from '@/tests/support/until';

const suite = syncSuite();

/** So many notes, each in a row of its own; the room is closed afterwards. */
async function write(notes: number) {
  const anna = await suite.join('participant:anna');
  const keys: RecordKey[] = [];
  for (let at = 0; at < notes; at++) {
    const key = addNote(anna.doc);
    keys.push(key);
    await until(async () => has(await suite.storedDoc(), key), 'stored');
  }
  anna.provider.disconnect();
  await until(() => suite.harness.sync.stats().rooms === 0, 'the room is gone');
  return { anna, keys };
}

const flip = (table: string, where: string) =>
  suite.database.pool.query(
    `update ${table} set data = set_byte(data, length(data) / 2, get_byte(data, length(data) / 2) # 255) where ${where}`,
  );

it('[S4.3] a damaged row ends the board at the last good state; it says so, goes on, and keeps what it set aside', async () => {
  const { anna, keys } = await write(5);
  const { boardId } = suite.board;
  await flip('board_log', `board_id = '${boardId}' and seq = 3`);
  const bram = await suite.join('participant:bram');
  expect(keys.map((key) => has(bram.doc, key))).toEqual([true, true, false, false, false]);
  expect(suite.harness.logged.at(-1)).toMatchObject({ level: 50, boardId, seq: 3, reason: 'sha256', moved: 3 });
  const { rows } = await suite.database.pool.query(
    'select seq::int from board_quarantine where board_id = $1 order by board_quarantine.seq',
    [boardId],
  );
  expect(rows).toEqual([{ seq: 3 }, { seq: 4 }, { seq: 5 }]);
  const next = addNote(bram.doc);
  await until(async () => has(await suite.storedDoc(), next), 'the board goes on');
  // Who still has the lost part brings it back by joining.
  anna.provider.connect();
  await until(() => keys.every((key) => has(bram.doc, key)), 'all notes are back');
});

it('[S4.4] a damaged snapshot is replaced by the one before it and the rows since', async () => {
  const { keys } = await write(3);
  const { boardId } = suite.board;
  const { pool } = suite.database;
  await compactBoard(pool, boardId);
  keys.push(...(await write(2)).keys);
  const second = await compactBoard(pool, boardId);
  keys.push(...(await write(1)).keys);
  await flip('board_snap', `board_id = '${boardId}' and seq = ${second?.snapshot.seq}`);
  const bram = await suite.join('participant:bram');
  expect(keys.every((key) => has(bram.doc, key))).toBe(true);
  expect(suite.harness.logged.some(({ level, seq }) => level === 50 && seq === second?.snapshot.seq)).toBe(true);
  await compactBoard(pool, boardId);
  const { rows } = await pool.query('select count(*)::int as n from board_log where board_id = $1', [boardId]);
  expect(rows).toEqual([{ n: 0 }]);
  bram.leave();
  await until(() => suite.harness.sync.stats().rooms === 0, 'the room is gone');
  const cor = await suite.join('participant:cor');
  expect(recordsOf(cor.doc).size).toBe(6);
});

it('[S4.4] a damaged first snapshot is replaced by all rows since the beginning', async () => {
  const { keys } = await write(3);
  const { boardId } = suite.board;
  const first = await compactBoard(suite.database.pool, boardId);
  await flip('board_snap', `board_id = '${boardId}' and seq = ${first?.snapshot.seq}`);
  const bram = await suite.join('participant:bram');
  expect(keys.every((key) => has(bram.doc, key))).toBe(true);
});
