/** What was committed after the snapshot: one merged update per commit, joined into larger ones when somebody needs them. */
import * as Y from 'yjs';
import { updateFragments } from '../wire/frames';

type Segment = { from: number; to: number; data: Uint8Array };

/** So many commits become one frame of a join; a full one is merged once and then sent as it lies. */
const COMMITS_PER_CHUNK = 256;

export class BoardTail {
  #chunks: (Segment & { frames: Buffer[] })[] = [];
  #loose: Segment[] = [];
  #looseFrames: Buffer[] | null = null;
  rows = 0;
  bytes = 0;

  append(segment: Segment, rows: number): void {
    this.#loose.push(segment);
    this.#looseFrames = null;
    this.rows += rows;
    this.bytes += segment.data.length;
  }

  /** The frames of everything after the snapshot, kept until the tail grows. */
  frames(): Buffer[] {
    while (this.#loose.length >= COMMITS_PER_CHUNK) {
      const chunk = merge(this.#loose.splice(0, COMMITS_PER_CHUNK));
      this.#chunks.push({ ...chunk, frames: updateFragments(chunk.data) });
      this.#looseFrames = null;
    }
    if (this.#loose.length > 0) this.#looseFrames ??= updateFragments(merge(this.#loose).data);
    return [...this.#chunks.flatMap((chunk) => chunk.frames), ...(this.#looseFrames ?? [])];
  }

  /** Everything after `seq` as one update; null when the tail does not reach back that far. */
  framesSince(seq: number, snapshotSeq: number): Buffer[] | null {
    if (seq < snapshotSeq) return null;
    const segments = this.#all().filter((segment) => segment.to > seq);
    return segments.length === 0 ? [] : updateFragments(merge(segments).data);
  }

  /** Everything up to `seq` is in the snapshot now. What reaches over it stays: holding a thing twice is harmless. */
  dropUntil(seq: number): void {
    this.#chunks = this.#chunks.filter((chunk) => chunk.to > seq);
    this.#loose = this.#loose.filter((segment) => segment.to > seq);
    this.#looseFrames = null;
    this.rows = this.#all().reduce((sum, segment) => sum + segment.to - segment.from + 1, 0);
    this.bytes = this.#all().reduce((sum, segment) => sum + segment.data.length, 0);
  }

  updates(): Uint8Array[] {
    return this.#all().map((segment) => segment.data);
  }

  #all(): Segment[] {
    return [...this.#chunks, ...this.#loose];
  }
}

function merge(segments: readonly Segment[]): Segment {
  const [first] = segments;
  const last = segments.at(-1);
  if (!first || !last) throw new Error('nothing to merge');
  const data = segments.length === 1 ? first.data : Y.mergeUpdates(segments.map((segment) => segment.data));
  return { from: first.from, to: last.to, data };
}
