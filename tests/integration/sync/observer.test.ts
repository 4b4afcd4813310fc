import { expect, it } from 'vitest';
import { closeCodeOf, rawSocket } from '@/tests/support/sync-harness';
import { addNote, has, syncSuite } from '@/tests/support/sync-suite';
import { until } from '@/tests/support/until';

const suite = syncSuite();

it('[S5] an observer sees everything, is never asked for anything, and is closed with 4403 when it writes', async () => {
  const anna = await suite.join('participant:anna');
  const otto = await suite.join('observer:otto');
  const seen = addNote(anna.doc);
  await until(() => has(otto.doc, seen), 'the observer sees the note');
  const forbidden = addNote(otto.doc);
  await until(() => otto.closed.length > 0, 'the observer is out');
  expect(otto.closed).toEqual([4403]);
  const proof = addNote(anna.doc);
  await until(async () => has(await suite.storedDoc(), proof), 'the others go on');
  expect(has(anna.doc, forbidden)).toBe(false);
  expect(has(await suite.storedDoc(), forbidden)).toBe(false);
});

it('[S5] no step 1 to an observer, one to a participant', async () => {
  for (const [who, expected] of [
    ['observer:otto', 0],
    ['participant:anna', 1],
  ] as const) {
    const socket = rawSocket(suite.harness.port, suite.board.boardId, who);
    const messages: Buffer[] = [];
    socket.on('message', (message: Buffer) => messages.push(message));
    await new Promise((resolve) => socket.once('open', resolve));
    socket.send(Buffer.from([0, 0, 1, 0]));
    await until(() => messages.some((message) => message[0] === 0 && message[1] === 1), 'step 2');
    expect(messages.filter((message) => message[0] === 0 && message[1] === 0)).toHaveLength(expected);
    socket.terminate();
  }
});

it('[S5] an empty step 2 of an observer is a violation too', async () => {
  const socket = rawSocket(suite.harness.port, suite.board.boardId, 'observer:otto');
  await new Promise((resolve) => socket.once('open', resolve));
  socket.send(Buffer.from([0, 1, 2, 0, 0]));
  expect(await closeCodeOf(socket)).toBe(4403);
});

it('[S5.3] a closed workshop is read-only for who is inside and for who comes', async () => {
  const anna = await suite.join('participant:anna');
  const bram = await suite.join('facilitator:bram');
  const kept = addNote(anna.doc);
  await until(() => has(bram.doc, kept), 'written before the end');
  suite.harness.sync.setReadOnly(suite.board.boardId, true);
  const late = addNote(anna.doc);
  await until(() => anna.closed.length > 0, 'refused');
  expect(anna.closed).toEqual([4409]);
  expect(has(bram.doc, late)).toBe(false);
  const cor = await suite.join('participant:cor');
  expect(has(cor.doc, kept)).toBe(true);
  addNote(cor.doc);
  await until(() => cor.closed.includes(4409), 'refused too');
  suite.harness.sync.setReadOnly(suite.board.boardId, false);
  const again = await suite.join('participant:dirk');
  const after = addNote(again.doc);
  await until(() => has(bram.doc, after), 'open again');
  expect(await suite.rows()).toHaveLength(2);
});
