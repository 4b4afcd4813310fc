import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Limits } from '@/server/sync/limits';
import { buildCompactionWorker, bundleForTest } from './bundle-for-test';
import { freePort } from './free-port';
import type { TestBoard } from './sync-board';

/** A sync server that can be killed and started again, always on the same port. */
export type SyncProcess = {
  readonly port: number;
  start(): Promise<void>;
  /** kill -9 */
  kill(): Promise<void>;
  /** SIGTERM; resolves with the exit code */
  terminate(): Promise<number | null>;
};

export async function syncProcess(
  databaseUrl: string,
  boards: readonly TestBoard[],
  limits: Partial<Limits> = {},
): Promise<SyncProcess> {
  const [main, worker] = await Promise.all([
    bundleForTest('tests/support/sync-process-main.ts'),
    buildCompactionWorker(),
  ]);
  const port = await freePort();
  let child: ChildProcess | null = null;

  const end = async (signal: NodeJS.Signals): Promise<number | null> => {
    const ending = child;
    child = null;
    if (!ending) return null;
    const exited = once(ending, 'exit') as Promise<[number | null]>;
    ending.kill(signal);
    return (await exited)[0];
  };
  return {
    port,
    async start() {
      child = fork(fileURLToPath(main), { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
      const ready = once(child, 'message');
      child.send({ databaseUrl, port, boards, limits, compactionWorkerUrl: worker.href });
      await ready;
    },
    kill: async () => void (await end('SIGKILL')),
    terminate: () => end('SIGTERM'),
  };
}
