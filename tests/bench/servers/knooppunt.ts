/** Our own sync server as it is, on a real database; everybody may come in, as a participant of their own. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Pool } from 'pg';
import { createLog } from '../../../lib/log';
import { createSyncServer } from '../../../server/sync/sync-server';

let people = 0;

function nextPerson(): `p:${string}` {
  people += 1;
  return `p:00000000-0000-4000-8000-${String(people).padStart(12, '0')}`;
}

const pool = new Pool({ connectionString: process.env.BENCH_DATABASE_URL, max: 10 });
const sync = createSyncServer({
  pool,
  log: createLog('warn'),
  allowedOrigins: () => true,
  authorize: async () => ({
    ok: true,
    actor: {
      key: nextPerson(),
      name: `Deelnemer ${people}`,
      role: 'participant',
      workshopId: 'meting',
      canWrite: true,
    },
  }),
});
const server = createServer((_request, response) => response.end());
server.on('upgrade', (request, socket, head) => sync.handleUpgrade(request, socket, head));

process.on('message', (message) => {
  if (message !== 'collect-garbage') return;
  globalThis.gc?.();
  process.send?.('garbage-collected');
});
process.on('disconnect', () => process.exit(0));
process.on('SIGTERM', () => {
  void sync.close().then(() => process.exit(0));
});
server.listen(Number(process.env.BENCH_PORT), '127.0.0.1', () => {
  process.send?.({ ready: (server.address() as AddressInfo).port });
});
