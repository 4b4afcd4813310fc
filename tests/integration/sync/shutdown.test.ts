import { expect, it } from 'vitest';
import { recordsOf } from '@/lib/collab/workshop-doc';
import { rawSocket, refusedStatusOf } from '@/tests/support/sync-harness';
import { addNote, syncSuite } from '@/tests/support/sync-suite';
import { until } from '@/tests/support/until';

const suite = syncSuite();

it('[S10] stores what waits, tells its sender, closes with 1001 and lets nobody in', async () => {
  const harness = await suite.start();
  const anna = await suite.join('participant:anna', { harness });
  const bram = await suite.join('participant:bram', { harness });
  const release = await suite.holdCommits();
  for (let at = 0; at < 20; at++) addNote(anna.doc);
  await until(() => harness.sync.stats().pendingUpdates === 20, 'all wait');
  const closing = harness.sync.close();
  expect(harness.sync.close()).toBe(closing);
  expect(await refusedStatusOf(rawSocket(harness.port, suite.board.boardId, 'participant:cor'))).toBe(503);
  expect(anna.closed).toEqual([]);
  await release();
  await closing;
  await until(() => anna.closed[0] === 1001 && bram.closed[0] === 1001, 'told');
  expect(recordsOf(bram.doc).size).toBe(20);
  expect(recordsOf(await suite.storedDoc()).size).toBe(20);
});

it('[S10] eighty people are let go within 10 s', async () => {
  const harness = await suite.start();
  const sockets = Array.from({ length: 80 }, (_, at) =>
    rawSocket(harness.port, suite.board.boardId, `participant:p${at}`),
  );
  const codes: number[] = [];
  for (const socket of sockets) socket.on('close', (code) => codes.push(code));
  await until(() => harness.sync.stats().connections === 80, 'all in');
  const startedAt = performance.now();
  await harness.sync.close();
  expect(performance.now() - startedAt).toBeLessThan(10_000);
  await until(() => codes.length === 80, 'all told');
  expect(new Set(codes)).toEqual(new Set([1001]));
});

it('[S10] a database that does not answer does not keep the process alive', async () => {
  const harness = await suite.start({ limits: { commitTimeoutMs: 500 } });
  const anna = await suite.join('participant:anna', { harness });
  await suite.holdCommits();
  addNote(anna.doc);
  await until(() => harness.sync.stats().pendingUpdates === 1, 'it waits');
  const startedAt = performance.now();
  await harness.sync.close();
  expect(performance.now() - startedAt).toBeLessThan(5_000);
  await until(() => anna.closed[0] === 1013, 'told that it was not stored');
});
