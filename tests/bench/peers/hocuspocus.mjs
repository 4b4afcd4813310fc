/** Hocuspocus with its defaults, in memory: no extension stores anything. */
import { Server } from '@hocuspocus/server';
import { tellParent } from './child.mjs';

const server = new Server(
  {
    port: Number(process.env.BENCH_PORT),
    address: '127.0.0.1',
    quiet: true,
    stopOnSignals: false,
  },
  { perMessageDeflate: false },
);
await server.listen();
tellParent(server.httpServer.address().port);
