import { once } from 'node:events';
import { expect, it } from 'vitest';
import * as Y from 'yjs';
import { recordsOf, textOf } from '@/lib/collab/workshop-doc';
import { rawSocket } from '@/tests/support/sync-harness';
import { addNote, has, syncSuite, textIn } from '@/tests/support/sync-suite';
import { until } from '@/tests/support/until';

const suite = syncSuite();

it('[S2] what one writes the other sees, and by then it is in the database', async () => {
  const anna = await suite.join('participant:anna');
  const bram = await suite.join('participant:bram');
  const stored: Promise<number>[] = [];
  recordsOf(bram.doc).observe(() => stored.push(suite.rows().then((rows) => rows.length)));
  const key = addNote(anna.doc);
  await until(() => has(bram.doc, key), 'the note arrives');
  expect(await stored[0]).toBe(1);
  expect((await suite.rows())[0]).toMatchObject({ seq: 1, author: 'p:anna' });
});

it('[S2] two type in one note, and both end with the same text', async () => {
  const anna = await suite.join('participant:anna');
  const bram = await suite.join('participant:bram');
  const key = addNote(anna.doc, '');
  await until(() => has(bram.doc, key), 'the note arrives');
  textOf(anna.doc, key)?.insert(0, 'voor ');
  textOf(bram.doc, key)?.insert(0, 'na');
  await until(() => textIn(anna.doc, key)?.length === 7 && textIn(anna.doc, key) === textIn(bram.doc, key), 'equal');
});

it('[S3] who joins later has everything when synced fires', async () => {
  const anna = await suite.join('participant:anna');
  const keys = Array.from({ length: 20 }, () => addNote(anna.doc));
  await until(async () => (await suite.storedDoc()).getMap('records').size === 20, 'all stored');
  const cor = await suite.join('participant:cor');
  expect(keys.every((key) => has(cor.doc, key))).toBe(true);
});

it('[S3.4] a new board is empty, and nobody writes into it by joining', async () => {
  const anna = await suite.join('participant:anna');
  const bram = await suite.join('facilitator:bram');
  expect(recordsOf(anna.doc).size + recordsOf(bram.doc).size).toBe(0);
  expect(await suite.rows()).toEqual([]);
});

it('[S3.5] a room that is left ends, and is read from the database by the next', async () => {
  const anna = await suite.join('participant:anna');
  const key = addNote(anna.doc);
  await until(async () => (await suite.rows()).length === 1, 'stored');
  anna.leave();
  await until(() => suite.harness.sync.stats().rooms === 0, 'the room is gone');
  const bram = await suite.join('observer:bram');
  expect(has(bram.doc, key)).toBe(true);
});

it('[S2.3] the sender gets its own change back after the commit, and not before', async () => {
  const anna = await suite.join('participant:anna');
  const echoed: Uint8Array[] = [];
  const original = anna.provider.messageHandlers[0];
  anna.provider.messageHandlers[0] = (encoder, decoder, ...rest) => {
    if (decoder.arr[1] === 2) echoed.push(decoder.arr.slice(3));
    original?.(encoder, decoder, ...rest);
  };
  const release = await suite.holdCommits();
  addNote(anna.doc);
  await until(() => suite.harness.sync.stats().pendingUpdates === 1, 'it waits');
  expect(echoed).toEqual([]);
  await release();
  await until(() => echoed.length === 1, 'the echo');
  expect(await suite.seq()).toBe(1);
});

it('[S2.3] step 1 has the clocks of what is stored, and of nothing else', async () => {
  const anna = await suite.join('participant:anna');
  const first = addNote(anna.doc);
  await until(async () => has(await suite.storedDoc(), first), 'stored');
  const clock = Y.getState(anna.doc.store, anna.doc.clientID);
  const release = await suite.holdCommits();
  addNote(anna.doc);
  await until(() => suite.harness.sync.stats().pendingUpdates === 1, 'it waits');
  const socket = rawSocket(suite.harness.port, suite.board.boardId, 'participant:bram');
  const [message] = (await once(socket, 'message')) as [Buffer];
  expect([message[0], message[1]]).toEqual([0, 0]);
  expect(Y.decodeStateVector(message.subarray(3))).toEqual(new Map([[anna.doc.clientID, clock]]));
  socket.terminate();
  await release();
});
