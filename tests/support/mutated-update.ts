import type { SeededRandom } from './seeded-random';

/** Bytes like `bytes`, with a few changed, removed, added or repeated; sometimes nothing but noise. */
export function mutated(bytes: Uint8Array, random: SeededRandom): Uint8Array {
  if (random.next() < 0.1) return Uint8Array.from({ length: random.below(200) }, () => random.below(256));
  const result = [...bytes];
  for (let left = 1 + random.below(4); left > 0; left--) {
    const at = random.below(result.length + 1);
    const dice = random.below(4);
    if (dice === 0) result[at] = random.below(256);
    else if (dice === 1) result.splice(at, 1 + random.below(6));
    else if (dice === 2) result.splice(at, 0, random.pick([0, 1, 127, 128, 255, random.below(256)]));
    else result.splice(at, 0, ...result.slice(at, at + random.below(20)));
  }
  return Uint8Array.from(result.map((byte) => byte ?? 0));
}
