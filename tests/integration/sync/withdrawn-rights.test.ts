import { once } from 'node:events';
import { connect as connectTcp } from 'node:net';
import { expect, it } from 'vitest';
import { CLOSE } from '@/lib/collab/protocol';
import type { Authorize, SyncActor } from '@/server/sync/sync-actor';
import { actorOf, closeCodeOf, connect, rawSocket, refusedStatusOf } from '@/tests/support/sync-harness';
import { addNote, has, syncSuite } from '@/tests/support/sync-suite';
import { until } from '@/tests/support/until';

const suite = syncSuite();

it('[S1.4] closes exactly whom the filter names, and stops reading them at that moment', async () => {
  const anna = await suite.join('participant:anna');
  const bram = await suite.join('participant:bram');
  const startedAt = performance.now();
  expect(suite.harness.sync.disconnect({ participantId: 'anna' }, CLOSE.forbidden)).toBe(1);
  const key = addNote(anna.doc);
  await until(() => anna.closed.length > 0, 'anna is out');
  expect(performance.now() - startedAt).toBeLessThan(2_000);
  expect(anna.closed).toEqual([4403]);
  expect(bram.closed).toEqual([]);
  const proof = addNote(bram.doc);
  await until(async () => (await suite.rows()).length > 0, 'bram goes on');
  expect(has(await suite.storedDoc(), proof)).toBe(true);
  expect(has(await suite.storedDoc(), key)).toBe(false);
});

it('[S1.4] an empty filter, and one that does not match in full, closes nobody', async () => {
  const anna = await suite.join('participant:anna');
  const { disconnect } = suite.harness.sync;
  const close = disconnect.bind(suite.harness.sync);
  expect(close({}, CLOSE.forbidden)).toBe(0);
  expect(close({ participantId: 'anna', workshopId: 'elsewhere' }, CLOSE.forbidden)).toBe(0);
  expect(anna.provider.wsconnected).toBe(true);
});

it('[S1.4] a peer that does not answer is cut off within 2 s', async () => {
  const { port } = suite.harness;
  const socket = connectTcp(port, '127.0.0.1');
  socket.write(
    `GET /sync/${suite.board.boardId} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nOrigin: http://127.0.0.1:${port}\r\nX-Test-Actor: participant:stil\r\n` +
      'Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n',
  );
  await once(socket, 'data');
  await until(() => suite.harness.sync.stats().connections === 1, 'it is in');
  const startedAt = performance.now();
  suite.harness.sync.disconnect({ participantId: 'stil' }, CLOSE.forbidden);
  await once(socket, 'close');
  expect(performance.now() - startedAt).toBeLessThan(2_000);
});

it('[S1.4] who is at the door when the right is withdrawn does not get in', async () => {
  let open: () => void = () => undefined;
  const gate = new Promise<void>((resolve) => {
    open = resolve;
  });
  let isAsked = false;
  const authorize: Authorize = async () => {
    isAsked = true;
    await gate;
    return { ok: true, actor: actorOf('participant:anna', suite.board.workshopId) as SyncActor };
  };
  const harness = await suite.start({ authorize });
  const refused = refusedStatusOf(rawSocket(harness.port, suite.board.boardId, 'participant:anna'));
  await until(() => isAsked, 'at the door');
  harness.sync.disconnect({ participantId: 'anna' }, CLOSE.forbidden);
  open();
  expect(await refused).toBe(401);
  expect(harness.sync.stats().connections).toBe(0);
});

it('[S1.5] a session that ends by itself closes its socket', async () => {
  const actor = { ...(actorOf('participant:anna', suite.board.workshopId) as SyncActor) };
  const harness = await suite.start({
    authorize: async () => ({ ok: true, actor: { ...actor, expiresAt: new Date(Date.now() + 300) } }),
  });
  expect(await closeCodeOf(rawSocket(harness.port, suite.board.boardId, 'participant:anna'))).toBe(4401);
});

it('[S1.6] looks at everybody again: out, in with other rights, or untouched', async () => {
  const answers = new Map<string, Awaited<ReturnType<Authorize>>>();
  const authorize: Authorize = async (request) => {
    const who = String(request.headers['x-test-actor']);
    return answers.get(who) ?? { ok: true, actor: actorOf(who, suite.board.workshopId) as SyncActor };
  };
  const harness = await suite.start({ authorize });
  const [anna, bram, cor] = await Promise.all(
    ['participant:anna', 'participant:bram', 'participant:cor'].map((who) => suite.join(who, { harness })),
  );
  answers.set('participant:anna', { ok: false, refusal: 'signed-out' });
  answers.set('participant:bram', {
    ok: true,
    actor: { ...(actorOf('observer:bram', suite.board.workshopId) as SyncActor) },
  });
  expect(await harness.sync.recheck()).toBe(2);
  await until(() => anna?.closed[0] === 4401 && bram?.closed[0] === 1001, 'closed');
  expect(cor?.closed).toEqual([]);
  await until(() => bram?.provider.synced === true, 'bram is back, as an observer');
  if (bram) addNote(bram.doc);
  await until(() => bram?.closed[1] === 4403, 'and may not write');
});

it('[S1.4] a socket that was closed by the server does not stay behind in the room', async () => {
  const anna = connect(suite.harness.port, suite.board.boardId, 'participant:anna');
  await until(() => suite.harness.sync.stats().connections === 1, 'in');
  suite.harness.sync.disconnect({ boardId: suite.board.boardId }, CLOSE.signedOut);
  expect(suite.harness.sync.stats().connections).toBe(0);
  await until(() => anna.closed.includes(4401), 'told');
  anna.leave();
});
