import type { IncomingMessage } from 'node:http';
import { authorizeBoard } from '@/lib/auth/board-access';
import { isOwnOrigin } from '@/lib/auth/own-origin';
import { CLOSE, type CloseCode } from '@/lib/collab/protocol';
import { pgPool } from '@/lib/db/client';
import type { AccessChange } from '@/lib/domain/people/access-change';
import type { Viewer } from '@/lib/domain/people/viewer';
import { log } from '@/lib/log';
import type { Authorize, SyncActor } from './sync/sync-actor';
import { createSyncServer, type SyncServer } from './sync/sync-server';

export type Sync = {
  server: SyncServer;
  /** [S1] acts on what a command elsewhere changed about somebody's rights */
  withdraw: (change: AccessChange) => void;
  /** [S1.6] messages about rights were missed: everybody is looked at again */
  recheck: () => void;
};

/** The sync server with this installation's people behind it. */
export function openSync(): Sync {
  const server = createSyncServer({
    pool: pgPool(),
    log: log(),
    authorize,
    allowedOrigins: (origin, host) => isOwnOrigin({ origin, host }),
  });
  const report = (error: unknown) => log().error({ err: error }, 'a withdrawn right could not be acted on');
  return {
    server,
    withdraw: (change) => void withdraw(server, change).catch(report),
    recheck: () => void server.recheck().catch(report),
  };
}

const authorize: Authorize = async (request: IncomingMessage, boardId) => {
  const access = await authorizeBoard(request.headers.cookie, boardId);
  return access.ok ? { ok: true, actor: actorOf(access.actor) } : access;
};

function actorOf({
  key,
  name,
  role,
  workshopId,
  participantId,
  deviceId,
  userId,
  sessionId,
  expiresAt,
  canWrite,
}: Viewer): SyncActor {
  return {
    key,
    name,
    role,
    workshopId,
    participantId: participantId ?? undefined,
    deviceId: deviceId ?? undefined,
    userId: userId ?? undefined,
    sessionId: sessionId ?? undefined,
    expiresAt,
    canWrite,
  };
}

const CODES: Record<Exclude<AccessChange['reason'], 'workshop-closed'>, CloseCode> = {
  removed: CLOSE.forbidden,
  'signed-out': CLOSE.signedOut,
  'someone-else': CLOSE.signedOut,
};

async function withdraw(server: SyncServer, { reason, ...filter }: AccessChange): Promise<void> {
  if (reason !== 'workshop-closed') {
    server.disconnect(filter, CODES[reason]);
    return;
  }
  if (!filter.workshopId) return;
  for (const boardId of await boardIds(filter.workshopId)) server.setReadOnly(boardId, true);
}

async function boardIds(workshopId: string): Promise<string[]> {
  const { rows } = await pgPool().query<{ id: string }>('SELECT id FROM boards WHERE workshop_id = $1', [workshopId]);
  return rows.map(({ id }) => id);
}
