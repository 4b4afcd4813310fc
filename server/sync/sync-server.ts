/**
 * The sync server: speaks the protocol of y-websocket 3.1.0 on /sync/<boardId>. SPEC.md has its rules.
 */
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Pool } from 'pg';
import type { Logger } from 'pino';
import { WebSocket, WebSocketServer } from 'ws';
import { CLOSE, type CloseCode } from '@/lib/collab/protocol';
import { ensureBoardHead } from '@/lib/db/board-log';
import { CommitQueue } from './board/commit-queue';
import { loadRoom } from './board/load-room';
import type { RefuseUpdate } from './board/refuse-update';
import { CompactionSchedule } from './compaction/compaction-schedule';
import { Compactor } from './compaction/compactor';
import { Connection } from './connection';
import { DEFAULT_LIMITS, type Limits } from './limits';
import { NewClients } from './new-clients';
import { RefusedPeople } from './refused-people';
import { Room } from './room';
import { type Authorize, type DisconnectFilter, matches, type SyncActor, type UpgradeRefusal } from './sync-actor';
import { type SyncStats, zeroFigures } from './sync-figures';
import { boardIdOf, type DoorRefusal, isSameOrigin, refuseUpgrade } from './upgrade';

export type SyncServerOptions = {
  pool: Pool;
  authorize: Authorize;
  log: Logger;
  /** default: the Origin header names the host the request came to */
  allowedOrigins?: ((origin: string | undefined, host: string | undefined) => boolean) | undefined;
  limits?: Partial<Limits> | undefined;
  /** rights per step and record; the bounds of refuse-update.ts always hold */
  refuseUpdate?: RefuseUpdate | undefined;
  /** default: compaction-worker.mjs beside this module, as the build lays it; null = no compaction */
  compactionWorkerUrl?: URL | null | undefined;
};

export type SyncServer = {
  /** For the 'upgrade' event of a server; only for paths under /sync/. */
  handleUpgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  /** [S1.4] Closes what a withdrawn right had opened; returns how many sockets. */
  disconnect(filter: DisconnectFilter, code: CloseCode): number;
  /** [S1.6] Messages about rights may have been missed: asks `authorize` about everybody again; how many were closed. */
  recheck(): Promise<number>;
  /** [S5.3] A closed workshop: everybody may look, nobody may write. */
  setReadOnly(boardId: string, isReadOnly: boolean): void;
  stats(): SyncStats;
  /** [S10] Stores what is waiting, says goodbye, and resolves within 10 s. */
  close(): Promise<void>;
};

/** A withdrawn right also holds for who was at the door when it was withdrawn. */
const DOOR_MS = 30_000;
const CLOSE_SPREAD_MS = 5_000;

/** [S1.4] a peer that does not answer a close is cut off after this, within the 2 s of the rule */
const RIGHTS_MS = 1_500;

const CLOSE_ON = {
  'signed-out': CLOSE.signedOut,
  forbidden: CLOSE.forbidden,
  'bad-origin': CLOSE.forbidden,
  'unknown-board': CLOSE.unknownBoard,
} as const satisfies Record<UpgradeRefusal, CloseCode>;

/** ws closes a frame over `maxPayload` with 1009, on which a y-websocket client comes back and sends it again. */
class SyncSocket extends WebSocket {
  override close(code?: number, reason?: string | Buffer): void {
    super.close(code === 1009 ? CLOSE.tooLarge : code, reason);
  }
}

export function createSyncServer(options: SyncServerOptions): SyncServer {
  return new RunningSyncServer(options);
}

class RunningSyncServer implements SyncServer {
  readonly #limits: Limits;
  readonly #queue: CommitQueue;
  readonly #wss: WebSocketServer;
  readonly #rooms = new Map<string, Promise<Room | null>>();
  readonly #open = new Set<Room>();
  readonly #readOnly = new Set<string>();
  readonly #figures = zeroFigures();
  readonly #withdrawn: { filter: DisconnectFilter; at: number }[] = [];
  readonly #refused: RefusedPeople;
  readonly #newClients: NewClients;
  readonly #sweeper: NodeJS.Timeout;
  readonly #compactor: Compactor | null = null;
  readonly #compaction: CompactionSchedule | null = null;
  #closing: Promise<void> | null = null;

  constructor(private readonly options: SyncServerOptions) {
    this.#limits = { ...DEFAULT_LIMITS, ...options.limits };
    this.#refused = new RefusedPeople(this.#limits.refusalsPerMinute);
    this.#newClients = new NewClients(this.#limits.newClientsPerMinute, this.#limits.newClients);
    this.#queue = new CommitQueue(options.pool, this.#limits.commitTimeoutMs);
    this.#wss = new WebSocketServer({
      noServer: true,
      clientTracking: false,
      perMessageDeflate: false,
      maxPayload: this.#limits.maxFrameBytes,
      WebSocket: SyncSocket,
    });
    const { compactionWorkerUrl = new URL('./compaction-worker.mjs', import.meta.url) } = options;
    if (compactionWorkerUrl) {
      this.#compactor = new Compactor(compactionWorkerUrl, options.pool, options.log);
      const roomOf = (boardId: string) => [...this.#open].find((room) => room.boardId === boardId);
      this.#compaction = new CompactionSchedule(this.#compactor, this.#limits, roomOf, () => {
        this.#figures.compactions += 1;
      });
    }
    this.#sweeper = setInterval(() => this.#sweep(), this.#limits.sweepMs);
    this.#sweeper.unref();
  }

  handleUpgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    const ignoreError = () => undefined;
    socket.on('error', ignoreError);
    this.#admit(request, socket, head).then(
      (refusal) => {
        if (refusal) this.#figures.upgradesRefused += 1;
        if (refusal) refuseUpgrade(socket, refusal);
        else socket.off('error', ignoreError);
      },
      (error: unknown) => {
        this.options.log.error({ err: error }, 'an upgrade failed');
        refuseUpgrade(socket, 'busy');
      },
    );
  }

  async #admit(request: IncomingMessage, socket: Duplex, head: Buffer): Promise<DoorRefusal | null> {
    if (this.#closing) return 'busy';
    const { origin, host } = request.headers;
    if (!(this.options.allowedOrigins ?? isSameOrigin)(origin, host)) return 'bad-origin';
    const boardId = boardIdOf(request);
    if (!boardId) return 'unknown-board';
    const startedAt = performance.now();
    const authorized = await this.options.authorize(request, boardId);
    if (!authorized.ok) return authorized.refusal;
    if (this.#refused.mustWait(authorized.actor.key, performance.now())) return 'too-many';
    const room = await this.#reserve(boardId);
    if (!room) return 'unknown-board';
    try {
      return this.#enter(room, authorized.actor, startedAt, { request, socket, head });
    } finally {
      room.reserved -= 1;
      room.endWhenUnused();
    }
  }

  /** [S3] One load per board at a time; who comes meanwhile waits for it. */
  async #reserve(boardId: string): Promise<Room | null> {
    let loading = this.#rooms.get(boardId);
    if (!loading) {
      loading = this.#load(boardId);
      this.#rooms.set(boardId, loading);
    }
    const room = await loading;
    if (room?.hasEnded) return this.#reserve(boardId);
    if (room) room.reserved += 1;
    return room;
  }

  async #load(boardId: string): Promise<Room | null> {
    const { pool, log } = this.options;
    try {
      const loaded =
        (await loadRoom(pool, boardId, log)) ??
        ((await ensureBoardHead(pool, boardId)) ? await loadRoom(pool, boardId, log) : null);
      if (!loaded) this.#rooms.delete(boardId);
      return loaded ? this.#openRoom(boardId, loaded) : null;
    } catch (error) {
      this.#rooms.delete(boardId);
      throw error;
    }
  }

  #openRoom(boardId: string, loaded: NonNullable<Awaited<ReturnType<typeof loadRoom>>>): Room {
    const room = new Room({
      boardId,
      loaded,
      log: this.options.log,
      limits: this.#limits,
      queue: this.#queue,
      figures: this.#figures,
      refuseUpdate: this.options.refuseUpdate,
      isReadOnly: this.#readOnly.has(boardId),
      onRefused: (actor) => this.#refused.refused(actor.key, performance.now()),
      mayAddClients: (actor, count) => this.#newClients.take(actor.key, count, performance.now()),
      onEnd: (ended) => {
        this.#open.delete(ended);
        this.#rooms.delete(boardId);
        if (!this.#closing) this.#compaction?.consider(ended, performance.now());
      },
    });
    this.#open.add(room);
    return room;
  }

  #enter(
    room: Room,
    actor: SyncActor,
    startedAt: number,
    raw: { request: IncomingMessage; socket: Duplex; head: Buffer },
  ): DoorRefusal | null {
    if (this.#closing) return 'busy';
    if (this.#withdrawn.some(({ filter, at }) => at >= startedAt && matches(filter, room.boardId, actor)))
      return 'signed-out';
    if (room.socketsOf(actor) >= this.#limits.socketsPerPerson) return 'too-many';
    const { request, socket, head } = raw;
    this.#wss.handleUpgrade(request, socket, head, (ws) => {
      this.#figures.upgrades += 1;
      const connection = new Connection({
        ws,
        socket,
        request,
        actor,
        limits: this.#limits,
        room,
        now: performance.now(),
      });
      ws.on('message', (data: Buffer, isBinary) => {
        if (connection.isClosing) return;
        if (!isBinary) return connection.close(CLOSE.badMessage);
        room.receive(connection, data, performance.now());
      });
      room.join(connection);
    });
    return null;
  }

  disconnect(filter: DisconnectFilter, code: CloseCode): number {
    this.#withdrawn.push({ filter, at: performance.now() });
    let closed = 0;
    for (const room of [...this.#open]) {
      for (const connection of [...room.connections]) {
        if (!matches(filter, room.boardId, connection.actor)) continue;
        connection.close(code, RIGHTS_MS);
        closed += 1;
      }
    }
    return closed;
  }

  async recheck(): Promise<number> {
    let closed = 0;
    for (const room of [...this.#open]) {
      for (const connection of [...room.connections]) {
        const code = await this.#recheckOne(room.boardId, connection).catch((error: unknown) => {
          // Who cannot be looked at has to come in again, past the door.
          this.options.log.error({ err: error, boardId: room.boardId }, 'somebody could not be looked at again');
          return CLOSE.goingAway;
        });
        if (code === null) continue;
        connection.close(code, RIGHTS_MS);
        closed += 1;
      }
    }
    return closed;
  }

  /** Null = the same rights as before; somebody with other rights comes back and is let in with those. */
  async #recheckOne(boardId: string, { request, actor }: Connection): Promise<CloseCode | null> {
    const authorized = await this.options.authorize(request, boardId);
    if (!authorized.ok) return CLOSE_ON[authorized.refusal];
    const { key, name, role, canWrite } = authorized.actor;
    const isSame = key === actor.key && name === actor.name && role === actor.role && canWrite === actor.canWrite;
    return isSame ? null : CLOSE.goingAway;
  }

  setReadOnly(boardId: string, isReadOnly: boolean): void {
    if (isReadOnly) this.#readOnly.add(boardId);
    else this.#readOnly.delete(boardId);
    for (const room of this.#open) if (room.boardId === boardId) room.setReadOnly(isReadOnly);
  }

  stats(): SyncStats {
    const rooms = [...this.#open];
    return {
      ...this.#figures,
      ...this.#queue.figures,
      rooms: rooms.length,
      connections: rooms.reduce((sum, room) => sum + room.connections.size, 0),
      pendingUpdates: rooms.reduce((sum, room) => sum + room.pendingUpdates, 0),
    };
  }

  close(): Promise<void> {
    this.#closing ??= this.#shutDown();
    return this.#closing;
  }

  async #shutDown(): Promise<void> {
    await this.#queue.flush();
    const connections = [...this.#open].flatMap((room) => [...room.connections]);
    const perTick = Math.max(1, Math.ceil(connections.length / (CLOSE_SPREAD_MS / 100)));
    while (connections.length > 0) {
      for (const connection of connections.splice(0, perTick)) connection.close(CLOSE.goingAway, 2_000);
      if (connections.length > 0) await new Promise((resolve) => setTimeout(resolve, 100));
    }
    await this.#queue.flush();
    clearInterval(this.#sweeper);
    await this.#compactor?.close();
  }

  #sweep(): void {
    const now = performance.now();
    while (this.#withdrawn[0] && this.#withdrawn[0].at < now - DOOR_MS) this.#withdrawn.shift();
    for (const room of [...this.#open]) {
      for (const connection of [...room.connections]) connection.sweep(now);
      this.#compaction?.consider(room, now);
    }
  }
}
