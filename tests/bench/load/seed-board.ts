/** Writes a prepared board through the front door and stays as the one reader that keeps the room open. */
import type { Target } from '../bench-types';
import { BoardClient, joinAll } from './board-client';
import type { Seed } from './content';
import { until } from './pace';

const SEED_MS = 45_000;
/** Spread over a few connections: ours allows 2 MiB per second and connection ([S7]). */
const SEEDERS = 5;

/** `inOrder` sends everything over one connection, for chunks that build on each other. Resolves with the reader. */
export async function seedBoard(target: Target, room: string, seed: Seed, inOrder: boolean): Promise<BoardClient> {
  const missing = new Set(seed.sentinels);
  const reader = new BoardClient({
    target,
    room,
    listener: (bytes, start, end) => {
      const frame = bytes.subarray(start, end);
      for (const sentinel of missing) if (frame.includes(sentinel)) missing.delete(sentinel);
    },
  });
  const seeders = Array.from({ length: inOrder ? 1 : SEEDERS }, () => new BoardClient({ target, room }));
  await joinAll([reader, ...seeders]);
  seed.chunks.forEach((chunk, i) => {
    const seeder = seeders[i % seeders.length];
    seeder?.raw.send(seeder.wire.update(chunk));
  });
  const complete = await until(() => missing.size === 0, SEED_MS);
  for (const seeder of seeders) seeder.close();
  if (!complete)
    throw new Error(
      `The board was not written within ${SEED_MS / 1000} s: ${missing.size} of ${seed.sentinels.length} parts did not come back.`,
    );
  return reader;
}
