import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { ADDRESS_HEADER, addressOf } from '@/lib/auth/client-address';
import { SYNC_PATH } from '@/lib/collab/protocol';
import { refused, respond } from '@/lib/http/answer';
import { log } from '@/lib/log';

export type UpgradeHandler = (request: IncomingMessage, socket: Duplex, head: Buffer) => void;
export type HttpServer = { listen: (port: number, host: string) => Promise<void>; close: () => Promise<void> };

/** Longer than a reverse proxy keeps an idle connection (Caddy: 120 s), so that it never writes into one we just closed. */
const KEEP_ALIVE_MS = 125_000;
const HEADERS_MS = 20_000;
const REQUEST_MS = 60_000;
/** What a request under way gets at the end; live streams never end by themselves. */
const GRACE_MS = 1_500;

/** One port for pages and the WebSocket. `listen` rejects with node's own error. */
export function createHttpServer(
  handle: (request: IncomingMessage, response: ServerResponse) => Promise<void>,
  upgrade: UpgradeHandler,
): HttpServer {
  const server = createServer((request, response) => {
    request.headers[ADDRESS_HEADER] = addressOf(request.socket.remoteAddress, request.headers['x-forwarded-for']);
    const refusal = refusalOf(request);
    if (refusal) return refuse(refusal, response);
    handle(request, response).catch((error: unknown) => fail(error, response));
  });
  server.keepAliveTimeout = KEEP_ALIVE_MS;
  server.headersTimeout = HEADERS_MS;
  server.requestTimeout = REQUEST_MS;
  server.on('upgrade', (request, socket, head) => {
    socket.on('error', () => socket.destroy());
    if (request.url?.startsWith(SYNC_PATH)) upgrade(request, socket, head);
    else socket.end('HTTP/1.1 404 Not Found\r\nConnection: close\r\nContent-Length: 0\r\n\r\n');
  });
  return {
    listen: (port, host) =>
      new Promise((resolve, reject) => {
        server.once('error', reject);
        server.listen({ port, host, exclusive: true }, () =>
          resolve(server.removeListener('error', reject) && undefined),
        );
      }),
    close: async () => {
      // Not awaited by itself: it also waits for WebSockets, which the sync server closes.
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeIdleConnections();
      await Promise.race([closed, new Promise((resolve) => setTimeout(resolve, GRACE_MS).unref())]);
      server.closeAllConnections();
    },
  };
}

/** [H4] What Next would answer with an error of its own. */
function refusalOf({ method = '', url = '' }: IncomingMessage): 'wrong-method' | 'wrong-address' | null {
  if (method === 'TRACE' || method === 'CONNECT') return 'wrong-method';
  if (!url.startsWith('/')) return 'wrong-address';
  try {
    decodeURIComponent(url.split('?')[0] ?? '');
    return null;
  } catch {
    return 'wrong-address';
  }
}

function refuse(refusal: 'wrong-method' | 'wrong-address', response: ServerResponse): void {
  const answer = respond(refused(refusal));
  response.writeHead(answer.status, { ...Object.fromEntries(answer.headers), 'X-Content-Type-Options': 'nosniff' });
  void answer.text().then((body) => response.end(body));
}

function fail(error: unknown, response: ServerResponse): void {
  log().error({ err: error }, 'a request failed');
  if (response.headersSent) response.destroy();
  else response.writeHead(500, { 'Content-Type': 'text/plain; charset=utf-8' }).end();
}
