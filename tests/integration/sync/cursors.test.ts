import { expect, it } from 'vitest';
import { connect, synced } from '@/tests/support/sync-harness';
import { syncSuite } from '@/tests/support/sync-suite';
import { until } from '@/tests/support/until';

const suite = syncSuite();

it('[S6] cursors reach everybody, also who comes later, with the identity of the server', async () => {
  const anna = await suite.join('participant:anna');
  const bram = await suite.join('participant:bram');
  anna.provider.awareness.setLocalState({ user: { key: 'p:bram', name: 'Bram' }, cursor: { x: 1, y: 2 } });
  const seenBy = (person: typeof bram) => person.provider.awareness.getStates().get(anna.doc.clientID);
  await until(() => seenBy(bram)?.cursor !== undefined, 'bram sees the cursor');
  const expected = { user: { key: 'p:anna', name: 'anna', role: 'participant' }, cursor: { x: 1, y: 2 } };
  expect(seenBy(bram)).toEqual(expected);
  const cor = await suite.join('observer:cor');
  await until(() => seenBy(cor) !== undefined, 'cor sees it too');
  expect(seenBy(cor)).toEqual(expected);
});

it('[S6.1] nobody moves another’s cursor or takes it away', async () => {
  const anna = await suite.join('participant:anna');
  const bram = await suite.join('participant:bram');
  anna.provider.awareness.setLocalState({ cursor: 1 });
  await until(() => bram.provider.awareness.getStates().has(anna.doc.clientID), 'seen');
  const eve = await suite.join('participant:eve');
  await until(() => eve.provider.awareness.getStates().has(anna.doc.clientID), 'seen by eve');
  eve.provider.awareness.meta.set(anna.doc.clientID, { clock: 99, lastUpdated: Date.now() });
  eve.provider.awareness.states.set(anna.doc.clientID, { cursor: 'forged' });
  eve.provider.awareness.emit('update', [{ added: [], updated: [anna.doc.clientID], removed: [] }, 'local']);
  anna.provider.awareness.setLocalState({ cursor: 2 });
  await until(() => bram.provider.awareness.getStates().get(anna.doc.clientID)?.cursor === 2, 'only anna moves anna');
});

it('[S6.2] who leaves, or is cut off, is gone for everybody at once', async () => {
  const anna = await suite.join('participant:anna');
  const bram = await suite.join('participant:bram');
  anna.provider.awareness.setLocalState({ cursor: 1 });
  await until(() => bram.provider.awareness.getStates().has(anna.doc.clientID), 'seen');
  (anna.provider.ws as unknown as { terminate(): void }).terminate();
  anna.provider.shouldConnect = false;
  await until(() => !bram.provider.awareness.getStates().has(anna.doc.clientID), 'gone');
  anna.provider.connect();
  await synced(anna);
  anna.provider.awareness.setLocalState({ cursor: 2 });
  await until(
    () => bram.provider.awareness.getStates().get(anna.doc.clientID)?.cursor === 2,
    'and back at its first move',
  );
});

it('[S6] many moves in one beat are one frame', async () => {
  const anna = await suite.join('participant:anna');
  const bram = await suite.join('participant:bram');
  anna.provider.awareness.setLocalState({ cursor: -1 });
  await until(() => bram.provider.awareness.getStates().has(anna.doc.clientID), 'seen');
  let frames = 0;
  bram.provider.awareness.on('update', () => {
    frames += 1;
  });
  for (let at = 0; at < 100; at++) anna.provider.awareness.setLocalState({ cursor: at });
  await until(() => bram.provider.awareness.getStates().get(anna.doc.clientID)?.cursor === 99, 'the last move');
  expect(frames).toBeLessThan(20);
});

it('[S6.4] a state that would throw in every reader closes its sender only', async () => {
  const bram = await suite.join('participant:bram');
  const anna = connect(suite.harness.port, suite.board.boardId, 'participant:anna');
  await synced(anna);
  anna.provider.awareness.setLocalState({ big: 'x'.repeat(20_000) });
  await until(() => anna.closed.includes(4400), 'closed');
  expect(bram.closed).toEqual([]);
  anna.leave();
});
