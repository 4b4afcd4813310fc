import { TokenBucket } from './wire/token-bucket';

const MAX_REMEMBERED = 10_000;

/**
 * [S5.9] A browser tab has one Yjs client id, and the board keeps it for good: a million of them, which fit in a few
 * frames, would make the first message to everybody who joins larger than a frame may be.
 */
export class NewClients {
  readonly #buckets = new Map<string, TokenBucket>();

  constructor(
    private readonly perMinute: number,
    private readonly atOnce: number,
  ) {}

  take(key: string, count: number, now: number): boolean {
    const bucket = this.#buckets.get(key) ?? new TokenBucket(this.perMinute / 60, this.atOnce, now);
    // Those who wrote last are remembered.
    this.#buckets.delete(key);
    this.#buckets.set(key, bucket);
    const [oldest] = this.#buckets.keys();
    if (this.#buckets.size > MAX_REMEMBERED && oldest !== undefined) this.#buckets.delete(oldest);
    return bucket.take(count, now);
  }
}
