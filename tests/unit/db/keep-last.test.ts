import { expect, it } from 'vitest';
import { KeepLast } from '@/lib/db/keep-last';

it('keeps what was asked for last, and no more than it may', () => {
  const kept = new KeepLast<number>(2);
  kept.set('a', 1);
  kept.set('b', 2);
  expect(kept.get('a')).toBe(1);
  kept.set('c', 3);
  expect([kept.get('a'), kept.get('b'), kept.get('c')]).toEqual([1, undefined, 3]);
});

it('keeps the newest of one key, once', () => {
  const kept = new KeepLast<number>(2);
  kept.set('a', 1);
  kept.set('b', 2);
  kept.set('b', 3);
  expect([kept.get('a'), kept.get('b')]).toEqual([1, 3]);
});
