/**
 * One commit at a time per process ([S2]). While it is under way the next batch collects, of all rooms together: a
 * slow database makes batches larger, not queues longer.
 */
import type { Pool } from 'pg';
import { type Appended, appendRows, type LogRow } from '@/lib/db/board-log';

export type CommitSource = {
  boardId: string;
  /** Hands over what is waiting; empty when nothing is. */
  takeBatch(): LogRow[];
  committed(seqs: { from: number; to: number }): void;
  /** Nobody has been told anything of the batch. */
  failed(error: unknown): void;
};

export type CommitFigures = { commits: number; rows: number; bytes: number; failures: number; lastMs: number };

export class CommitQueue {
  readonly figures: CommitFigures = { commits: 0, rows: 0, bytes: 0, failures: 0, lastMs: 0 };
  readonly #due = new Map<CommitSource, number>();
  #timer: NodeJS.Timeout | null = null;
  #isBusy = false;
  #isFlushing = false;
  #idle: (() => void)[] = [];

  constructor(
    private readonly pool: Pool,
    private readonly timeoutMs: number,
  ) {}

  /** The source has something to store, to be taken at `dueAt` (of performance.now) or later. */
  schedule(source: CommitSource, dueAt: number): void {
    if (!this.#due.has(source)) this.#due.set(source, dueAt);
    if (!this.#isBusy) this.#arm();
  }

  /** Resolves when nothing waits and nothing is under way; what comes meanwhile is taken at once. */
  async flush(): Promise<void> {
    if (this.#due.size === 0 && !this.#isBusy) return;
    this.#isFlushing = true;
    await new Promise<void>((resolve) => {
      this.#idle.push(resolve);
      if (!this.#isBusy) this.#arm();
    });
  }

  #arm(): void {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
    if (this.#due.size === 0) {
      this.#isFlushing = false;
      for (const resolve of this.#idle.splice(0)) resolve();
      return;
    }
    const wait = this.#isFlushing ? 0 : Math.min(...this.#due.values()) - performance.now();
    if (wait <= 0) void this.#commitDue();
    else this.#timer = setTimeout(() => void this.#commitDue(), wait);
  }

  async #commitDue(): Promise<void> {
    const now = performance.now() + 1;
    const batches = new Map<CommitSource, LogRow[]>();
    for (const [source, dueAt] of this.#due) {
      if (!this.#isFlushing && dueAt > now) continue;
      this.#due.delete(source);
      const rows = source.takeBatch();
      if (rows.length > 0) batches.set(source, rows);
    }
    if (batches.size > 0) {
      this.#isBusy = true;
      await this.#commit(batches);
      this.#isBusy = false;
    }
    this.#arm();
  }

  async #commit(batches: ReadonlyMap<CommitSource, LogRow[]>): Promise<void> {
    try {
      this.#settle(batches, await this.#append([...batches.values()].flat()));
    } catch (error) {
      // One bad board must not take the others along, but a database that is away refuses them all.
      if (batches.size > 1 && isRefusal(error)) {
        for (const [source, rows] of batches) await this.#commit(new Map([[source, rows]]));
        return;
      }
      this.figures.failures += 1;
      for (const source of batches.keys()) source.failed(error);
    }
  }

  #settle(batches: ReadonlyMap<CommitSource, LogRow[]>, appended: Appended): void {
    for (const source of batches.keys()) {
      const seqs = appended.get(source.boardId);
      if (seqs) source.committed(seqs);
      else source.failed(new Error('the board has no head any more'));
    }
  }

  async #append(rows: LogRow[]): Promise<Appended> {
    const startedAt = performance.now();
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new Error('the commit took too long')), this.timeoutMs);
    });
    try {
      const appended = await Promise.race([appendRows(this.pool, rows), late]);
      this.figures.commits += 1;
      this.figures.rows += rows.length;
      this.figures.bytes += rows.reduce((sum, row) => sum + row.data.length, 0);
      return appended;
    } finally {
      clearTimeout(timer);
      this.figures.lastMs = performance.now() - startedAt;
    }
  }
}

/** PostgreSQL looked at the statement and said no (classes 22 and 23), unlike a connection that broke. */
function isRefusal(error: unknown): boolean {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' && /^2[23]/.test(error.code);
}
