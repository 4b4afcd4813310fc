/** Keeps what was read, at most so much of it: what was not asked for longest goes first. */
export class KeepLast<Value> {
  readonly #kept = new Map<string, Value>();

  constructor(private readonly most: number) {}

  get(key: string): Value | undefined {
    const value = this.#kept.get(key);
    if (value !== undefined) this.#put(key, value);
    return value;
  }

  set(key: string, value: Value): void {
    this.#put(key, value);
    const [oldest] = this.#kept.keys();
    if (this.#kept.size > this.most && oldest !== undefined) this.#kept.delete(oldest);
  }

  #put(key: string, value: Value): void {
    this.#kept.delete(key);
    this.#kept.set(key, value);
  }
}
