import { Worker } from 'node:worker_threads';
import { env } from '@/lib/env';
import { log } from '@/lib/log';

const AGAIN_MS = 5_000;

/**
 * Starts the thread that keeps notes findable, and starts it again when it dies; `close` ends it. The build lays
 * projection-worker.mjs beside this module.
 */
export function startProjection(workerUrl = new URL('./projection-worker.mjs', import.meta.url)): {
  close: () => Promise<void>;
} {
  let worker: Worker | null = null;
  let timer: NodeJS.Timeout | undefined;
  let isClosed = false;
  const start = () => {
    const fresh = new Worker(workerUrl, {
      workerData: { database: { connectionString: env().DATABASE_URL } },
    });
    worker = fresh;
    fresh.on('message', ({ problem }: { problem: string }) => {
      log().warn({ reason: problem }, 'notes cannot be made findable yet');
    });
    fresh.on('error', (error) => log().warn({ err: error }, 'the search thread failed'));
    fresh.on('exit', () => {
      if (isClosed) return;
      timer = setTimeout(start, AGAIN_MS);
      timer.unref();
    });
    fresh.unref();
  };
  start();
  return {
    close: async () => {
      isClosed = true;
      clearTimeout(timer);
      await worker?.terminate();
    },
  };
}
