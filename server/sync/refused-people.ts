import { TokenBucket } from './wire/token-bucket';

const MAX_REMEMBERED = 1_000;

/** [S5.8] A refused update costs the server more than its sender, so who keeps sending them has to wait. */
export class RefusedPeople {
  readonly #buckets = new Map<string, { bucket: TokenBucket; shutUntil: number }>();

  constructor(private readonly perMinute: number) {}

  refused(key: string, now: number): void {
    const known = this.#buckets.get(key);
    const entry = known ?? { bucket: new TokenBucket(this.perMinute / 60, this.perMinute, now), shutUntil: 0 };
    if (!entry.bucket.take(1, now)) entry.shutUntil = now + 60_000;
    this.#buckets.set(key, entry);
    const [oldest] = this.#buckets.keys();
    if (this.#buckets.size > MAX_REMEMBERED && oldest !== undefined) this.#buckets.delete(oldest);
  }

  mustWait(key: string, now: number): boolean {
    return (this.#buckets.get(key)?.shutUntil ?? 0) > now;
  }
}
