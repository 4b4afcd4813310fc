/** The thread that compacts ([S4]): opening a board of 50,000 records takes a second, which nobody's cursor should feel. */
import { parentPort } from 'node:worker_threads';
import pg from 'pg';
import { compactBoard } from './compaction/compact-board';
import type { CompactionAnswer, CompactionJob } from './compaction/compactor';

async function run({ id, boardId, database }: CompactionJob): Promise<CompactionAnswer> {
  const pool = new pg.Pool({ ...database, max: 1 });
  // A connection that breaks while idle is of no concern: every job makes its own.
  pool.on('error', () => undefined);
  try {
    return { id, ok: true, result: await compactBoard(pool, boardId) };
  } catch (error) {
    return { id, ok: false, message: error instanceof Error ? error.message : String(error) };
  } finally {
    await pool.end();
  }
}

parentPort?.on('message', (job: CompactionJob) => void run(job).then((answer) => parentPort?.postMessage(answer)));
