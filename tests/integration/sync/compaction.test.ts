import { expect, it } from 'vitest';
import { readRecords, recordsOf, writeRecordChange } from '@/lib/collab/workshop-doc';
import { compactBoard } from '@/server/sync/compaction/compact-board';
import { isCompactionDue } from '@/server/sync/compaction/compactor';
import { DEFAULT_LIMITS } from '@/server/sync/limits';
import { buildCompactionWorker } from '@/tests/support/bundle-for-test';
import { addNote, has, syncSuite } from '@/tests/support/sync-suite';
import { until } from '@/tests/support/until';

const suite = syncSuite();
const worker = await buildCompactionWorker();

type Counts = { log: number; history: number; snaps: number; seq: number; snap_seq: number };

async function counts(boardId = suite.board.boardId): Promise<Counts> {
  const { rows } = await suite.database.pool.query<Counts>(
    `select (select count(*)::int from board_log where board_id = $1) as log,
            (select count(*)::int from board_history where board_id = $1) as history,
            (select count(*)::int from board_snap where board_id = $1) as snaps,
            seq::int, snap_seq::int from board_head where board_id = $1`,
    [boardId],
  );
  return rows[0] as Counts;
}

/** Writes one note and changes it `changes` times, each stored apart. */
async function writeBoard(changes: number): Promise<void> {
  const anna = await suite.join('participant:anna');
  const key = addNote(anna.doc);
  await until(async () => has(await suite.storedDoc(), key), 'stored');
  for (let at = 0; at < changes; at++) {
    const stored = (await counts()).seq;
    writeRecordChange(anna.doc, key, { x: at + 1_000 });
    await until(async () => (await counts()).seq > stored, 'stored');
  }
  anna.leave();
}

it('[S4] puts one snapshot in the place of exactly its rows, and keeps the one before for a generation', async () => {
  await writeBoard(10);
  const before = recordsOf(await suite.storedDoc()).toJSON();
  const first = await compactBoard(suite.database.pool, suite.board.boardId);
  const { seq } = await counts();
  expect(await counts()).toEqual({ log: 0, history: seq, snaps: 1, seq, snap_seq: seq });
  expect(first?.rows).toBe(seq);
  expect(recordsOf(await suite.storedDoc()).toJSON()).toEqual(before);
  expect(await compactBoard(suite.database.pool, suite.board.boardId)).toBeNull();
  await writeBoard(3);
  await compactBoard(suite.database.pool, suite.board.boardId);
  await writeBoard(3);
  await compactBoard(suite.database.pool, suite.board.boardId);
  const last = await counts();
  expect(last).toMatchObject({ log: 0, history: last.seq, snaps: 2, snap_seq: last.seq });
  const bram = await suite.join('participant:bram');
  expect(readRecords(bram.doc).size).toBe(3);
});

it('[S4] two who compact at once: one does it, the other does nothing', async () => {
  await writeBoard(5);
  const { pool } = suite.database;
  const { boardId } = suite.board;
  const results = await Promise.allSettled([
    compactBoard(pool, boardId),
    compactBoard(pool, boardId),
    compactBoard(pool, boardId),
  ]);
  const done = results.filter((result) => result.status === 'fulfilled' && result.value !== null);
  expect(done).toHaveLength(1);
  const { seq, log, history, snaps } = await counts();
  expect({ log, history, snaps }).toEqual({ log: 0, history: seq, snaps: 1 });
});

it('[S4.5] [S4] compacts in its thread while people write, and nobody misses anything', async () => {
  const limits = { compactRows: 20, compactQuietMs: 50, sweepMs: 20 };
  const harness = await suite.start({ compactionWorkerUrl: worker, limits });
  const anna = await suite.join('participant:anna', { harness });
  const bram = await suite.join('participant:bram', { harness });
  const writing = setInterval(() => addNote(anna.doc), 2);
  await until(() => harness.sync.stats().compactions >= 3, 'three compactions while writing', 20_000);
  clearInterval(writing);
  await until(() => recordsOf(bram.doc).size === recordsOf(anna.doc).size, 'both have everything');
  const late = await suite.join('participant:cor', { harness });
  expect(recordsOf(late.doc).size).toBe(recordsOf(anna.doc).size);
  await until(async () => recordsOf(await suite.storedDoc()).size === recordsOf(anna.doc).size, 'and the database too');
  expect((await counts()).history).toBeGreaterThan(20);
  expect(harness.logged.filter(({ level }) => Number(level) >= 50)).toEqual([]);
});

it('[S4.5] compacts when the last reader has left', async () => {
  const harness = await suite.start({
    compactionWorkerUrl: worker,
    limits: { compactRows: 3, compactQuietMs: 60_000 },
  });
  const anna = await suite.join('participant:anna', { harness });
  for (let at = 0; at < 5; at++) {
    const key = addNote(anna.doc);
    await until(async () => has(await suite.storedDoc(), key), 'stored');
  }
  expect(harness.sync.stats().compactions).toBe(0);
  anna.leave();
  await until(() => harness.sync.stats().compactions === 1, 'compacted');
  expect((await counts()).log).toBe(0);
});

it('[S4.5] knows when it is time', () => {
  const due = (rows: number, bytes: number, snapshotBytes: number, isQuiet: boolean) =>
    isCompactionDue({ rows, bytes, snapshotBytes }, DEFAULT_LIMITS, isQuiet);
  const kib = 1_024;
  expect(due(4_001, 1, 0, true)).toBe(true);
  expect(due(4_001, 1, 0, false)).toBe(false);
  expect(due(12_001, 1, 0, false)).toBe(true);
  expect(due(10, 4_097 * kib, 100_000 * kib, true)).toBe(true);
  expect(due(10, 255 * kib, 0, true)).toBe(false);
  expect(due(10, 257 * kib, 0, true)).toBe(true);
  expect(due(10, 257 * kib, 1_000 * kib, true)).toBe(false);
});

it('[S4] a damaged row is the loader’s to judge: nothing is compacted over it', async () => {
  await writeBoard(3);
  const { boardId } = suite.board;
  await suite.database.pool.query(`update board_log set data = '\\x0000' where board_id = $1 and seq = 2`, [boardId]);
  const before = await counts();
  await expect(compactBoard(suite.database.pool, boardId)).rejects.toThrow('row 2 is damaged');
  expect(await counts()).toEqual(before);
});

it('[S4.2] an update that decodes but does not apply is set aside and named', async () => {
  await writeBoard(2);
  const { boardId } = suite.board;
  const { pool } = suite.database;
  const poison = Buffer.from([1, 1, 9, 0, 4, 255]);
  await pool.query('update board_head set seq = seq + 1 where board_id = $1', [boardId]);
  await pool.query(
    `insert into board_log (board_id, seq, author, sha256, data) select board_id, seq, 'p:x', sha256($2::bytea), $2 from board_head where board_id = $1`,
    [boardId, poison],
  );
  const before = await counts();
  const result = await compactBoard(pool, boardId);
  expect(result?.quarantined.map(({ seq }) => seq)).toEqual([before.seq]);
  expect(await counts()).toMatchObject({ log: 0, history: before.seq - 1, snap_seq: before.seq });
  const { rows } = await pool.query('select seq::int, data from board_quarantine where board_id = $1', [boardId]);
  expect(rows).toEqual([{ seq: before.seq, data: poison }]);
  expect(readRecords((await suite.join('participant:bram')).doc).size).toBe(1);
});
