import type { Limits } from '../limits';
import type { Room } from '../room';
import type { Compactor } from './compactor';
import { isCompactionDue } from './compactor';

/** When which board is compacted ([S4]): after a pause, when its tail is long without one, or when everybody has left. */
export class CompactionSchedule {
  readonly #busy = new Set<string>();
  /** board → not before; after a failure */
  readonly #notBefore = new Map<string, number>();

  constructor(
    private readonly compactor: Compactor,
    private readonly limits: Limits,
    /** gives a finished snapshot to the room, if it is open */
    private readonly roomOf: (boardId: string) => Room | undefined,
    private readonly done: () => void,
  ) {}

  /** To be called every now and then, and when a room ends. */
  consider(room: Room, now: number): void {
    const isQuiet = room.hasEnded || now - room.lastWriteAt >= this.limits.compactQuietMs;
    const { boardId } = room;
    if (this.#busy.has(boardId) || (this.#notBefore.get(boardId) ?? 0) > now) return;
    if (!isCompactionDue(room.tailSize, this.limits, isQuiet)) return;
    this.#busy.add(boardId);
    void this.#compact(boardId).finally(() => this.#busy.delete(boardId));
  }

  async #compact(boardId: string): Promise<void> {
    const result = await this.compactor.compact(boardId);
    if (result) {
      this.#notBefore.delete(boardId);
      this.roomOf(boardId)?.replaceSnapshot(result.snapshot);
      this.done();
    } else {
      this.#notBefore.set(boardId, performance.now() + this.limits.compactRetryMs);
    }
  }
}
