import { expect, it } from 'vitest';
import { inOrder } from '@/lib/db/in-order';
import { REFUSAL_STATUS } from '@/lib/http/refusal-status';
import { nlErrors, refusalSentence } from '@/lib/messages/nl-errors';

it('[H4] every refusal has a plain sentence of at most twenty words and a status that says refused', () => {
  expect(Object.keys(REFUSAL_STATUS).toSorted()).toEqual(Object.keys(nlErrors).toSorted());
  for (const text of Object.values(nlErrors)) {
    for (const sentence of text.split(/(?<=[.!?])\s/)) expect(sentence.split(' ').length).toBeLessThanOrEqual(20);
    expect(text).toMatch(/[.]$/);
  }
  for (const status of Object.values(REFUSAL_STATUS)) expect(status).toBeGreaterThanOrEqual(400);
});

it('[L7] says in words how long to wait', () => {
  expect(refusalSentence('too-many-codes', 1)).toContain('over één minuut opnieuw');
  expect(refusalSentence('too-many-codes', 61)).toContain('over 2 minuten opnieuw');
});

it('[B2] works first come first served per key, also after something fails', async () => {
  const done: string[] = [];
  const work =
    (name: string, fails = false) =>
    async () => {
      await Promise.resolve();
      done.push(name);
      if (fails) throw new Error(name);
    };
  const all = await Promise.allSettled([
    inOrder('a', work('1', true)),
    inOrder('a', work('2')),
    inOrder('a', work('3')),
  ]);
  expect(done).toEqual(['1', '2', '3']);
  expect(all.map(({ status }) => status)).toEqual(['rejected', 'fulfilled', 'fulfilled']);
});
