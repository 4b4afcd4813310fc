import { once } from 'node:events';
import { expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { MAX_FRAME_BYTES } from '@/lib/collab/protocol';
import { recordsOf } from '@/lib/collab/workshop-doc';
import { closeCodeOf, rawSocket } from '@/tests/support/sync-harness';
import { addNote, syncSuite } from '@/tests/support/sync-suite';
import { until } from '@/tests/support/until';

const suite = syncSuite();

async function opened(who: string, port = suite.harness.port): Promise<WebSocket> {
  const socket = rawSocket(port, suite.board.boardId, who);
  await once(socket, 'open');
  return socket;
}

it('[S7.2] a frame over 4 MiB closes its sender with 4413, however large, and nobody else', async () => {
  const bram = await suite.join('participant:bram');
  for (const size of [MAX_FRAME_BYTES + 1, 3 * MAX_FRAME_BYTES]) {
    const socket = await opened('participant:anna');
    socket.on('error', () => undefined);
    socket.send(Buffer.alloc(size));
    expect(await closeCodeOf(socket)).toBe(4413);
  }
  expect(bram.closed).toEqual([]);
  expect(await suite.rows()).toEqual([]);
});

it('[S7.3] over 200 frames a second, five seconds’ worth at once, the sender is closed with 4429', async () => {
  const socket = await opened('participant:anna');
  const closed = closeCodeOf(socket);
  for (let at = 0; at < 1_000; at++) socket.send(Buffer.from([0, 2, 2, 0, 0]));
  await until(() => suite.harness.sync.stats().redundant >= 1_000, 'the burst is allowed');
  expect(socket.readyState).toBe(WebSocket.OPEN);
  for (let at = 0; at < 400; at++) socket.send(Buffer.from([0, 2, 2, 0, 0]));
  expect(await closed).toBe(4429);
});

it('[S7.3] over 2 MiB a second, five seconds’ worth at once, too', async () => {
  const harness = await suite.start({ limits: { bytesPerSecond: 10_000 } });
  const socket = await opened('participant:anna', harness.port);
  const frame = Buffer.concat([Buffer.from([0, 0, 1, 0]), Buffer.alloc(20_000)]);
  const closed = closeCodeOf(socket);
  for (let at = 0; at < 3; at++) socket.send(frame);
  expect(await closed).toBe(4429);
});

it('[S7.5] who does not answer pings is cut off; who does stays', async () => {
  const harness = await suite.start({ limits: { pingMs: 100, sweepMs: 20 } });
  const anna = await suite.join('participant:anna', { harness });
  const silent = new WebSocket(`ws://127.0.0.1:${harness.port}/sync/${suite.board.boardId}`, {
    headers: { 'x-test-actor': 'participant:stil', origin: `http://127.0.0.1:${harness.port}` },
    autoPong: false,
  });
  expect(await closeCodeOf(silent)).toBe(1006);
  expect(anna.closed).toEqual([]);
  await until(() => harness.sync.stats().connections === 1, 'only the one who answers is left');
});

it('[S7.4] while too much waits to be stored its writer is not read, and goes on afterwards', async () => {
  const harness = await suite.start({ limits: { maxPendingBytes: 2_000 } });
  const anna = await suite.join('participant:anna', { harness });
  const release = await suite.holdCommits();
  addNote(anna.doc);
  await until(() => harness.sync.stats().pendingUpdates === 1, 'a commit is under way');
  // What is in the socket's own buffers when reading stops is still taken in, so this is more than they hold.
  const keys = Array.from({ length: 600 }, () => addNote(anna.doc, 'x'.repeat(1_000)));
  await until(() => harness.sync.stats().pendingUpdates > 5, 'some are taken in');
  await suite.database.pool.query('select pg_sleep(0.3)');
  expect(harness.sync.stats().pendingUpdates).toBeLessThan(400);
  await release();
  await until(async () => {
    const stored = recordsOf(await suite.storedDoc());
    return keys.every((key) => stored.has(key));
  }, 'all are stored in the end');
  expect(anna.closed).toEqual([]);
});

it('[S8] text frames and unknown messages close their sender with 4400', async () => {
  const text = await opened('participant:anna');
  text.send('hallo');
  expect(await closeCodeOf(text)).toBe(4400);
  for (const bytes of [[9], [0, 9, 0], [0, 2, 5, 1], [0, 0, 1, 200], [1, 2, 255, 255], [0, 2, 3, 1, 1, 1]]) {
    const socket = await opened('participant:anna');
    socket.send(Buffer.from(bytes));
    expect(await closeCodeOf(socket)).toBe(4400);
  }
});
