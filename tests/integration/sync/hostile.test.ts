import { once } from 'node:events';
import * as encoding from 'lib0/encoding';
import { expect, it } from 'vitest';
import * as Y from 'yjs';
import { closeCodeOf, rawSocket, refusedStatusOf } from '@/tests/support/sync-harness';
import { addNote, has, syncSuite } from '@/tests/support/sync-suite';
import { until } from '@/tests/support/until';

let isThrowing = false;
const suite = syncSuite({
  refuseUpdate: () => {
    if (isThrowing) throw new Error('a bug in a rule');
    return null;
  },
});

function updateMessage(update: Uint8Array): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, 0);
    encoding.writeVarUint(encoder, 2);
    encoding.writeVarUint8Array(encoder, update);
  });
}

/** An update of so many clients, each with one struct that was collected long ago: eight bytes per client. */
function updateOfClients(count: number): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, count);
    for (let client = count; client > 0; client--) {
      for (const part of [1, client + 1_000_000, 0]) encoding.writeVarUint(encoder, part);
      encoding.writeUint8(encoder, 0);
      encoding.writeVarUint(encoder, 1);
    }
    encoding.writeVarUint(encoder, 0);
  });
}

async function eveSends(message: Uint8Array): Promise<number> {
  const eve = rawSocket(suite.harness.port, suite.board.boardId, 'participant:eve');
  const [first] = (await once(eve, 'message')) as [Buffer];
  expect(first.length).toBeLessThan(10_000);
  eve.send(message);
  return closeCodeOf(eve);
}

it('[S8] a rule that throws costs its sender the connection, and nobody what they made', async () => {
  const anna = await suite.join('participant:anna');
  const before = addNote(anna.doc);
  await until(async () => (await suite.rows()).length > 0, 'the note is stored');
  isThrowing = true;
  const made = new Y.Doc();
  addNote(made);
  expect(await eveSends(updateMessage(Y.encodeStateAsUpdate(made)))).toBe(4400);
  isThrowing = false;
  const after = addNote(anna.doc);
  const bram = await suite.join('participant:bram');
  await until(() => has(bram.doc, before) && has(bram.doc, after), 'the others go on');
});

it('[S5.9] nobody fills a board with client ids, which everybody who joins would have to be sent', async () => {
  expect(await eveSends(updateMessage(updateOfClients(100_000)))).toBe(4409);
  expect(await suite.rows()).toEqual([]);
  const anna = await suite.join('participant:anna');
  addNote(anna.doc);
  await until(async () => (await suite.rows()).length === 1, 'an honest client writes');
});

it('[S7] [S8] a thousand questions for all cursors get few answers', async () => {
  const { boardId } = suite.board;
  const people = await Promise.all(['anna', 'bram', 'cees'].map((name) => suite.join(`participant:${name}`)));
  for (const { provider } of people) provider.awareness.setLocalState({ x: 'x'.repeat(15_000) });
  const [first] = people;
  await until(() => first?.provider.awareness.getStates().size === 3, 'all are seen');
  const eve = rawSocket(suite.harness.port, boardId, 'participant:eve');
  const answers: number[] = [];
  let isAnswered = false;
  eve.on('message', (data: Buffer) => {
    if (data[0] === 1 && data.length > 40_000) answers.push(data.length);
    if (data[0] === 0 && data[1] === 1) isAnswered = true;
  });
  await once(eve, 'open');
  for (let at = 0; at < 900; at++) eve.send(Uint8Array.of(3));
  const asked = performance.now();
  // What comes after the questions is answered after them.
  eve.send(Uint8Array.of(0, 0, 1, 0));
  await until(() => isAnswered, 'all was read');
  // One at the start, and one per sweep of half a second.
  expect(answers.length).toBeLessThanOrEqual(3 + (performance.now() - asked) / 500);
  await until(() => answers.length >= 2, 'the question is answered');
  eve.terminate();
});

it('[S7.6] nobody opens a hall full of sockets, each of which would be sent everything', async () => {
  const { boardId } = suite.board;
  const { port } = suite.harness;
  const open = async () => {
    const socket = rawSocket(port, boardId, 'participant:eve');
    await once(socket, 'open');
    return socket;
  };
  const sockets = await Promise.all(Array.from({ length: 32 }, open));
  expect(await refusedStatusOf(rawSocket(port, boardId, 'participant:eve'))).toBe(429);
  await suite.join('participant:anna');
  sockets[0]?.terminate();
  await until(() => suite.harness.sync.stats().connections === 32, 'one of them has left');
  sockets.push(await open());
  for (const socket of sockets) socket.terminate();
});
