/** The thread that keeps notes findable ([SR7]): opening a large board takes a second, which nobody's cursor should feel. */
import { parentPort, workerData } from 'node:worker_threads';
import pg from 'pg';
import { NoteProjection } from './project-notes';

/** A note is found about this long after it was stored; while nothing changes, one small query asks. */
const LOOK_MS = 500;
const RETRY_MS = 5_000;

const { database } = workerData as { database: pg.PoolConfig };
const pool = new pg.Pool({ ...database, max: 1 });
// A connection that breaks while idle is made again by the next query.
pool.on('error', () => undefined);
const projection = new NoteProjection(pool);

async function look(): Promise<void> {
  let wait = LOOK_MS;
  try {
    if ((await projection.run()) > 0) wait = LOOK_MS / 2;
  } catch (error) {
    parentPort?.postMessage({ problem: error instanceof Error ? error.message : String(error) });
    wait = RETRY_MS;
  }
  setTimeout(() => void look(), wait);
}

void look();
