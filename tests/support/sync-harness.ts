/**
 * A sync server on a free port, and people with the real y-websocket client. Who somebody is comes from a header that
 * only this harness's authorize knows; the product's own authorize has its own tests.
 */
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Pool } from 'pg';
import pino, { type Logger } from 'pino';
import { type ClientOptions, WebSocket } from 'ws';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import type { RefuseUpdate } from '@/server/sync/board/refuse-update';
import type { Limits } from '@/server/sync/limits';
import type { Authorize, SyncActor } from '@/server/sync/sync-actor';
import { createSyncServer, type SyncServer } from '@/server/sync/sync-server';
import type { TestBoard } from './sync-board';
import { until } from './until';

export type HarnessOptions = {
  pool: Pool;
  boards: readonly TestBoard[];
  limits?: Partial<Limits>;
  port?: number;
  authorize?: Authorize;
  refuseUpdate?: RefuseUpdate;
  compactionWorkerUrl?: URL | null;
  log?: Logger;
};

export type SyncHarness = {
  sync: SyncServer;
  port: number;
  /** what the server logged, as objects */
  logged: Record<string, unknown>[];
  /** the goodbye of SIGTERM */
  stop(): Promise<void>;
  /** kill -9, as far as one process can play it: sockets are cut, nothing is flushed, nothing more is written */
  kill(): Promise<void>;
};

/** `role:name` → who it is. */
export function actorOf(who: string, workshopId: string): SyncActor | null {
  const [role, name] = who.split(':');
  if (!name || (role !== 'facilitator' && role !== 'participant' && role !== 'observer')) return null;
  return {
    key: `p:${name}`,
    name,
    role,
    workshopId,
    participantId: name,
    deviceId: `device-${name}`,
    userId: undefined,
    canWrite: role !== 'observer',
  };
}

export async function startSync(options: HarnessOptions): Promise<SyncHarness> {
  const logged: Record<string, unknown>[] = [];
  const log =
    options.log ??
    pino(
      { level: 'debug' },
      { write: (line: string) => void logged.push(JSON.parse(line) as Record<string, unknown>) },
    );
  const authorize: Authorize = async (request, boardId) => {
    const who = request.headers['x-test-actor'];
    if (typeof who !== 'string') return { ok: false, refusal: 'signed-out' };
    const board = options.boards.find((candidate) => candidate.boardId === boardId);
    if (!board) return { ok: false, refusal: 'unknown-board' };
    const actor = actorOf(who, board.workshopId);
    return actor ? { ok: true, actor } : { ok: false, refusal: 'forbidden' };
  };
  const { pool, limits, refuseUpdate, compactionWorkerUrl = null } = options;
  const sync = createSyncServer({
    pool,
    log,
    limits,
    refuseUpdate,
    compactionWorkerUrl,
    authorize: options.authorize ?? authorize,
  });
  const server = createServer((_, response) => response.writeHead(404).end());
  const sockets = new Set<import('node:stream').Duplex>();
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  server.on('upgrade', (request, socket, head) => sync.handleUpgrade(request, socket, head));
  server.listen(options.port ?? 0, '127.0.0.1');
  await once(server, 'listening');
  return {
    sync,
    port: (server.address() as AddressInfo).port,
    logged,
    stop: () => stop(sync, server),
    kill: () => cut(server, sockets),
  };
}

async function stop(sync: SyncServer, server: Server): Promise<void> {
  const closed = new Promise((resolve) => server.close(resolve));
  await sync.close();
  server.closeAllConnections();
  await closed;
}

async function cut(server: Server, sockets: ReadonlySet<import('node:stream').Duplex>): Promise<void> {
  const closed = new Promise((resolve) => server.close(resolve));
  for (const socket of sockets) socket.destroy();
  await closed;
}

/** A `ws` client that sends these headers, as WebSocketPolyfill for the provider. */
export function socketWith(port: number, who: string, extra: Record<string, string> = {}): typeof globalThis.WebSocket {
  class TestSocket extends WebSocket {
    constructor(url: string | URL, protocols?: string | string[]) {
      const options: ClientOptions = {
        headers: { 'x-test-actor': who, origin: `http://127.0.0.1:${port}`, ...extra },
        perMessageDeflate: false,
      };
      super(url, protocols, options);
    }
  }
  return TestSocket as unknown as typeof globalThis.WebSocket;
}

export type Person = { doc: Y.Doc; provider: WebsocketProvider; closed: number[]; leave(): void };

/** Somebody with the real client; `synced(person)` waits until the board is there. */
export function connect(port: number, boardId: string, who: string, doc: Y.Doc = new Y.Doc()): Person {
  const provider = new WebsocketProvider(`ws://127.0.0.1:${port}/sync`, boardId, doc, {
    WebSocketPolyfill: socketWith(port, who),
    disableBc: true,
    maxBackoffTime: 100,
  });
  const closed: number[] = [];
  provider.on('connection-close', (event) => void closed.push(event?.code ?? 0));
  return { doc, provider, closed, leave: () => provider.destroy() };
}

export async function synced(...people: readonly Person[]): Promise<void> {
  await until(() => people.every(({ provider }) => provider.synced), 'everybody is synced');
}

export function rawSocket(port: number, boardId: string, who: string, extra: Record<string, string> = {}): WebSocket {
  return new WebSocket(`ws://127.0.0.1:${port}/sync/${boardId}`, {
    headers: { 'x-test-actor': who, origin: `http://127.0.0.1:${port}`, ...extra },
    perMessageDeflate: false,
  });
}

/** The close code of a socket; waits for it. */
export async function closeCodeOf(socket: WebSocket): Promise<number> {
  const [code] = (await once(socket, 'close')) as [number];
  return code;
}

/** The HTTP status an upgrade is refused with. */
export async function refusedStatusOf(socket: WebSocket): Promise<number | undefined> {
  socket.on('error', () => undefined);
  const [, response] = (await once(socket, 'unexpected-response')) as [unknown, import('node:http').IncomingMessage];
  socket.terminate();
  return response.statusCode;
}
