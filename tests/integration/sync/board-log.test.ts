import { randomUUID } from 'node:crypto';
import { Pool } from 'pg';
import { expect, it } from 'vitest';
import { appendRows, ensureBoardHead, loadStoredBoard, sha256Of } from '@/lib/db/board-log';
import { createTestBoard } from '@/tests/support/sync-board';
import { syncSuite } from '@/tests/support/sync-suite';

const suite = syncSuite();

it('[S2.1] three processes that write the same boards at once: no gaps, no doubles, no deadlock', async () => {
  const boards = await Promise.all(Array.from({ length: 4 }, () => createTestBoard(suite.database.pool)));
  for (const { boardId } of boards) await ensureBoardHead(suite.database.pool, boardId);
  const pools = Array.from({ length: 3 }, () => new Pool({ connectionString: suite.database.url, max: 1 }));
  const given = new Map(boards.map(({ boardId }) => [boardId, [] as number[]]));
  await Promise.all(
    pools.map(async (pool, process) => {
      for (let round = 0; round < 30; round++) {
        const order = process % 2 ? boards : [...boards].reverse();
        const rows = order.flatMap(({ boardId }) => [
          { boardId, author: `p:${process}`, data: Buffer.from([process, round, 1]) },
          { boardId, author: null, data: Buffer.alloc(round * 100, process) },
        ]);
        for (const [boardId, { from, to }] of await appendRows(pool, rows)) given.get(boardId)?.push(from, to);
      }
    }),
  );
  for (const { boardId } of boards) {
    const stored = await loadStoredBoard(suite.database.pool, boardId);
    expect(stored?.seq).toBe(180);
    expect(stored?.rows.map(({ seq }) => seq)).toEqual(Array.from({ length: 180 }, (_, at) => at + 1));
    expect(given.get(boardId)?.sort((a, b) => a - b)).toEqual(Array.from({ length: 180 }, (_, at) => at + 1));
    expect(stored?.rows.every((row) => sha256Of(row.data).equals(row.sha256))).toBe(true);
  }
  for (const pool of pools) await pool.end();
});

it('[S2.1] rows of several boards in one statement keep their order and their bytes', async () => {
  const [one, two] = [await createTestBoard(suite.database.pool), await createTestBoard(suite.database.pool)];
  for (const { boardId } of [one, two]) await ensureBoardHead(suite.database.pool, boardId);
  const rows = [one, two, one, two, one].map(({ boardId }, at) => ({
    boardId,
    author: `p:${at}`,
    data: Buffer.alloc(at, at),
  }));
  await appendRows(suite.database.pool, rows);
  const stored = await loadStoredBoard(suite.database.pool, one.boardId);
  expect(stored?.rows.map(({ author, data }) => [author, data.toString('hex')])).toEqual([
    ['p:0', ''],
    ['p:2', '0202'],
    ['p:4', '04040404'],
  ]);
});

it('[S2.2] a board without a head is left out of the answer, the others are written', async () => {
  const board = await createTestBoard(suite.database.pool);
  await ensureBoardHead(suite.database.pool, board.boardId);
  const unknown = randomUUID();
  const appended = await appendRows(suite.database.pool, [
    { boardId: unknown, author: null, data: Buffer.from([1]) },
    { boardId: board.boardId, author: null, data: Buffer.from([2]) },
  ]);
  expect([...appended]).toEqual([[board.boardId, { from: 1, to: 1 }]]);
  expect(await loadStoredBoard(suite.database.pool, unknown)).toBeNull();
  expect(await ensureBoardHead(suite.database.pool, unknown)).toBe(false);
});
