import { MAX_FRAME_BYTES } from '@/lib/collab/protocol';

/** What one connection, room or commit may cost. Bytes, milliseconds, or numbers per second. */
export type Limits = {
  maxFrameBytes: number;
  framesPerSecond: number;
  bytesPerSecond: number;
  /** how many seconds' worth may come at once */
  burstSeconds: number;
  /** echoes do not count as frames; this only stops a flood */
  echoesPerSecond: number;
  /** open sockets of one person on one board */
  socketsPerPerson: number;
  maxAwarenessIds: number;
  maxAwarenessEntryBytes: number;
  /** unsent bytes above which cursors are skipped / updates wait / the socket is closed */
  skipCursorsBytes: number;
  behindBytes: number;
  closeBytes: number;
  /** below this a connection has caught up */
  drainedBytes: number;
  behindMs: number;
  joinStallMs: number;
  terminateMs: number;
  pingMs: number;
  sweepMs: number;
  commitTimeoutMs: number;
  /** writers of a room wait while it holds more than this unsaved */
  maxPendingBytes: number;
  compactRows: number;
  compactBytes: number;
  compactMinBytes: number;
  compactQuietMs: number;
  compactRetryMs: number;
  /** refused updates of one person, after which the door stays shut for a while */
  refusalsPerMinute: number;
  /** Yjs client ids one person may add to boards: at once, and per minute after that */
  newClients: number;
  newClientsPerMinute: number;
};

const MIB = 1024 * 1024;

export const DEFAULT_LIMITS: Limits = {
  maxFrameBytes: MAX_FRAME_BYTES,
  framesPerSecond: 200,
  bytesPerSecond: 2 * MIB,
  burstSeconds: 5,
  echoesPerSecond: 2_000,
  socketsPerPerson: 32,
  maxAwarenessIds: 4,
  maxAwarenessEntryBytes: 16 * 1024,
  skipCursorsBytes: 128 * 1024,
  behindBytes: MIB,
  closeBytes: 8 * MIB,
  drainedBytes: 64 * 1024,
  behindMs: 30_000,
  joinStallMs: 60_000,
  terminateMs: 5_000,
  pingMs: 25_000,
  sweepMs: 500,
  commitTimeoutMs: 10_000,
  maxPendingBytes: 4 * MIB,
  compactRows: 4_000,
  compactBytes: 4 * MIB,
  compactMinBytes: 256 * 1024,
  compactQuietMs: 1_000,
  compactRetryMs: 60_000,
  refusalsPerMinute: 10,
  newClients: 1_000,
  newClientsPerMinute: 10,
};

/** [S2.4] sending is what costs, so the window of a batch grows with the readers; milliseconds. */
export function batchWindowMs(connections: number): number {
  return Math.min(18, connections * 0.09);
}

/** [S6] the time between two frames of cursors; milliseconds. */
export function awarenessBeatMs(connections: number): number {
  if (connections >= 75) return 50;
  return connections >= 50 ? 33 : 8;
}
