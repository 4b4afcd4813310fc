/** Latencies of one run; microseconds in, milliseconds out. */
export type Percentiles = { p50: number; p95: number; p99: number };

export class Samples {
  count = 0;
  private values = new Float64Array(1 << 16);

  add(value: number): void {
    if (this.count === this.values.length) {
      const grown = new Float64Array(this.values.length * 2);
      grown.set(this.values);
      this.values = grown;
    }
    this.values[this.count] = value;
    this.count += 1;
  }

  percentiles(): Percentiles {
    const sorted = this.values.slice(0, this.count).sort();
    const at = (share: number): number =>
      (sorted[Math.min(this.count - 1, Math.floor(this.count * share))] ?? Number.NaN) / 1000;
    return { p50: at(0.5), p95: at(0.95), p99: at(0.99) };
  }
}
