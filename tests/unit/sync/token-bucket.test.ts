import { expect, it } from 'vitest';
import { awarenessBeatMs, batchWindowMs } from '@/server/sync/limits';
import { TokenBucket } from '@/server/sync/wire/token-bucket';

it('[S7.3] gives five seconds at once, then one second per second', () => {
  const bucket = new TokenBucket(200, 1_000, 0);
  expect(bucket.take(1_000, 0)).toBe(true);
  expect(bucket.take(1, 0)).toBe(false);
  expect(bucket.take(200, 1_000)).toBe(true);
  expect(bucket.take(1, 1_000)).toBe(false);
  expect(bucket.take(1_000, 60_000)).toBe(true);
  expect(bucket.take(1, 60_000)).toBe(false);
});

it('[S2.4] the window of a batch grows with the readers, to 18 ms', () => {
  expect([1, 50, 200, 1_000].map(batchWindowMs)).toEqual([0.09, 4.5, 18, 18]);
});

it('[S6] the beat of cursors slows down with the readers', () => {
  expect([1, 49, 50, 74, 75, 500].map(awarenessBeatMs)).toEqual([8, 8, 33, 33, 50, 50]);
});
