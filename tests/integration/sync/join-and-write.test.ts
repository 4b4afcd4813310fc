import { expect, it } from 'vitest';
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

it('[S2.3] receipts count what is stored, also when it was nothing new', async () => {
  const socket = rawSocket(suite.harness.port, suite.board.boardId, 'participant:anna');
  const receipts: number[] = [];
  const empty = [0, 2, 2, 0, 0];
  socket.on('message', (message: Buffer) => {
    if (message.length === 6 && message.subarray(0, 5).equals(Buffer.from(empty))) receipts.push(message[5] ?? 0);
  });
  await new Promise((resolve) => socket.once('open', resolve));
  const anna = await suite.join('participant:bram');
  const sent: Uint8Array[] = [];
  anna.provider.disconnect();
  anna.doc.on('update', (update: Uint8Array) => sent.push(update));
  addNote(anna.doc);
  const [update = new Uint8Array()] = sent;
  const frame = Buffer.concat([Buffer.from([0, 2, (update.length & 127) | 128, update.length >> 7]), update]);
  socket.send(frame);
  await until(() => receipts.includes(1), 'a receipt for the first');
  expect(await suite.rows()).toHaveLength(1);
  socket.send(frame);
  socket.send(Buffer.from(empty));
  await until(() => receipts.at(-1) === 3, 'a receipt for the repeated');
  expect(await suite.rows()).toHaveLength(1);
  socket.terminate();
});
