/** Seeds that once found something are kept, and come first in every run. */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const FILE = path.resolve(import.meta.dirname, '../fixtures/failing-seeds.json');

function failingSeeds(): number[] {
  return JSON.parse(readFileSync(FILE, 'utf8')) as number[];
}

export function keepFailingSeed(seed: number): void {
  const seeds = new Set(failingSeeds()).add(seed);
  writeFileSync(FILE, `${JSON.stringify([...seeds])}\n`);
}

/** The kept ones, then `count` new ones; FUZZ_SEEDS says how many. */
export function seedsOfThisRun(defaultCount: number): number[] {
  const count = Number(process.env.FUZZ_SEEDS ?? defaultCount);
  const first = Date.now() % 1_000_000_000;
  return [...failingSeeds(), ...Array.from({ length: count }, (_, at) => first + at)];
}
