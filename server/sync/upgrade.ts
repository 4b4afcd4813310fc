/** The door ([S1]): what a WebSocket request must show before it becomes a socket. */
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { SYNC_PATH } from '@/lib/collab/protocol';
import type { UpgradeRefusal } from './sync-actor';

const BOARD_ID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

const STATUS = {
  'signed-out': '401 Unauthorized',
  forbidden: '403 Forbidden',
  'bad-origin': '403 Forbidden',
  'unknown-board': '404 Not Found',
  busy: '503 Service Unavailable',
  'too-many': '429 Too Many Requests',
} as const satisfies Record<UpgradeRefusal | 'busy' | 'too-many', string>;

export type DoorRefusal = keyof typeof STATUS;

/** The board in the address, or null when it names none. */
export function boardIdOf(request: IncomingMessage): string | null {
  const path = (request.url ?? '').split('?')[0] ?? '';
  if (!path.startsWith(SYNC_PATH)) return null;
  const boardId = path.slice(SYNC_PATH.length);
  return BOARD_ID.test(boardId) ? boardId : null;
}

/** [S1.1] A page of another site cannot use somebody's cookie; a client without an Origin is no browser of ours. */
export function isSameOrigin(origin: string | undefined, host: string | undefined): boolean {
  if (!origin || !host || !URL.canParse(origin)) return false;
  return new URL(origin).host === host;
}

/** Answers in plain HTTP, before any socket exists. */
export function refuseUpgrade(socket: Duplex, refusal: DoorRefusal): void {
  if (!socket.writable) return void socket.destroy();
  socket.end(`HTTP/1.1 ${STATUS[refusal]}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`, () => socket.destroy());
}
