import { Worker } from 'node:worker_threads';
import type { Pool } from 'pg';
import type { Logger } from 'pino';
import type { Limits } from '../limits';
import type { CompactionResult } from './compact-board';

export type CompactionJob = { id: number; boardId: string; database: Record<string, unknown> };
export type CompactionAnswer =
  | { id: number; ok: true; result: CompactionResult | null }
  | { id: number; ok: false; message: string };

export type TailSize = { rows: number; bytes: number; snapshotBytes: number };

/** Whether a tail has become too long; `isQuiet` = nobody has written for a second, or everybody has left. */
export function isCompactionDue({ rows, bytes, snapshotBytes }: TailSize, limits: Limits, isQuiet: boolean): boolean {
  const { compactRows, compactBytes, compactMinBytes } = limits;
  // Without a pause it has to happen some time too.
  const patience = isQuiet ? 1 : 3;
  if (rows > compactRows * patience || bytes > compactBytes * patience) return true;
  return isQuiet && bytes > Math.max(compactMinBytes, snapshotBytes / 2);
}

const REST_MS = 5_000;

/** Runs one compaction at a time in its worker thread, which is made at the first and remade when it dies. */
export class Compactor {
  #worker: Worker | null = null;
  #waiting: Promise<unknown> = Promise.resolve();
  #isClosed = false;
  #nextId = 1;
  #settle: ((answer: CompactionAnswer) => void) | null = null;
  #rest: NodeJS.Timeout | null = null;

  constructor(
    private readonly workerUrl: URL,
    private readonly pool: Pool,
    private readonly log: Logger,
  ) {}

  /** The new snapshot; null when there was nothing to do, or it failed (which is logged). */
  async compact(boardId: string): Promise<CompactionResult | null> {
    const mine = this.#waiting.then(() => this.#run(boardId));
    this.#waiting = mine.catch(() => undefined);
    const answer = await mine;
    if (this.#isClosed) return null;
    if (!answer.ok) {
      this.log.error({ boardId, reason: answer.message }, 'a board could not be compacted');
      return null;
    }
    const { result } = answer;
    if (result && result.quarantined.length > 0) {
      this.log.error({ boardId, quarantined: result.quarantined }, 'stored updates that do not apply were set aside');
    }
    return result ? { ...result, snapshot: revive(result.snapshot) } : null;
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    if (this.#rest) clearTimeout(this.#rest);
    await this.#worker?.terminate();
  }

  #run(boardId: string): Promise<CompactionAnswer> {
    const id = this.#nextId++;
    if (this.#isClosed) return Promise.resolve({ id, ok: false, message: 'closed' });
    if (this.#rest) clearTimeout(this.#rest);
    return new Promise((resolve) => {
      this.#settle = (answer) => {
        this.#settle = null;
        this.#letRest();
        resolve(answer);
      };
      this.#worker ??= this.#start();
      this.#worker.postMessage({ id, boardId, database: connectionOf(this.pool) } satisfies CompactionJob);
    });
  }

  /** A thread that has opened a large board holds on to its memory; without work it ends. */
  #letRest(): void {
    const worker = this.#worker;
    this.#rest = setTimeout(() => {
      if (this.#worker === worker) this.#worker = null;
      void worker?.terminate();
    }, REST_MS);
    this.#rest.unref();
  }

  #start(): Worker {
    const worker = new Worker(this.workerUrl);
    const died = (message: string) => {
      if (this.#worker !== worker) return;
      this.#worker = null;
      this.#settle?.({ id: 0, ok: false, message });
    };
    worker.on('message', (answer: CompactionAnswer) => this.#settle?.(answer));
    worker.on('error', (error) => died(error instanceof Error ? error.message : String(error)));
    worker.on('exit', () => died('the worker has ended'));
    worker.unref();
    return worker;
  }
}

/** What crosses a thread boundary as plain bytes becomes a Buffer again. */
function revive(snapshot: CompactionResult['snapshot']): CompactionResult['snapshot'] {
  const buffer = (bytes: Uint8Array) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const { seq, sv, ds, sha256, data } = snapshot;
  return { seq, sv: buffer(sv), ds: buffer(ds), sha256: buffer(sha256), data: buffer(data) };
}

/** How the pool reaches its database; its password is not enumerable, hence by name. */
function connectionOf({ options }: Pool): Record<string, unknown> {
  const { connectionString, host, port, user, database, password, ssl } = options;
  return JSON.parse(JSON.stringify({ connectionString, host, port, user, database, password, ssl })) as Record<
    string,
    unknown
  >;
}
