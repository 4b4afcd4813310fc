/** The sync server in a process of its own, so that a test can really kill it. Bundled and started by sync-process.ts. */
import { Pool } from 'pg';
import type { TestBoard } from './sync-board';
import { startSync } from './sync-harness';

type Start = { databaseUrl: string; port: number; boards: TestBoard[]; compactionWorkerUrl: string; limits: object };

process.once('message', (message) => {
  const { databaseUrl, port, boards, compactionWorkerUrl, limits } = message as Start;
  const pool = new Pool({ connectionString: databaseUrl, max: 5 });
  const url = new URL(compactionWorkerUrl);
  void startSync({ pool, boards, port, limits, compactionWorkerUrl: url }).then((harness) => {
    process.once('SIGTERM', () => void harness.stop().then(() => process.exit(0)));
    process.send?.({ port: harness.port });
  });
});
process.once('disconnect', () => process.exit(1));
