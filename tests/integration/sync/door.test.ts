import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { createTestBoard } from '@/tests/support/sync-board';
import { rawSocket, refusedStatusOf } from '@/tests/support/sync-harness';
import { addNote, syncSuite } from '@/tests/support/sync-suite';

const suite = syncSuite();

const open = (path: string, headers: Record<string, string>) =>
  new WebSocket(`ws://127.0.0.1:${suite.harness.port}${path}`, { headers });
const own = () => `http://127.0.0.1:${suite.harness.port}`;

it('[S1.1] another origin is refused with 403, a missing or broken one too', async () => {
  const path = `/sync/${suite.board.boardId}`;
  const actor = { 'x-test-actor': 'participant:anna' };
  const origins = ['https://kwaad.example', `${own()}.kwaad.example`, 'null', 'http://127.0.0.1:1'];
  for (const origin of origins) expect(await refusedStatusOf(open(path, { ...actor, origin }))).toBe(403);
  expect(await refusedStatusOf(open(path, actor))).toBe(403);
});

it('[S1] without a session 401, with a strange one 403', async () => {
  const path = `/sync/${suite.board.boardId}`;
  expect(await refusedStatusOf(open(path, { origin: own() }))).toBe(401);
  expect(await refusedStatusOf(open(path, { origin: own(), 'x-test-actor': 'admin:eve' }))).toBe(403);
});

it('[S1] another workshop’s board, an unknown board and no board at all are 404', async () => {
  const elsewhere = await createTestBoard(suite.database.pool);
  const headers = { origin: own(), 'x-test-actor': 'participant:anna' };
  for (const board of [elsewhere.boardId, randomUUID(), 'x', '', '../../etc/passwd', `${suite.board.boardId}/x`]) {
    expect(await refusedStatusOf(open(`/sync/${board}`, headers))).toBe(404);
  }
});

it('[S1] a refusal changes nothing: no head, no row, no room', async () => {
  const before = await suite.database.pool.query('select count(*)::int as n from board_head');
  await refusedStatusOf(rawSocket(suite.harness.port, randomUUID(), 'participant:anna'));
  await refusedStatusOf(
    open(`/sync/${suite.board.boardId}`, { 'x-test-actor': 'participant:anna', origin: 'http://a.b' }),
  );
  const after = await suite.database.pool.query('select count(*)::int as n from board_head');
  expect(after.rows).toEqual(before.rows);
  expect(suite.harness.sync.stats().rooms).toBe(0);
});

it('[S1] an authorised person whose board has no row any more gets 404', async () => {
  await suite.database.pool.query('delete from boards where id = $1', [suite.board.boardId]);
  expect(await refusedStatusOf(rawSocket(suite.harness.port, suite.board.boardId, 'participant:anna'))).toBe(404);
});

it('[S1] the query string is no part of the board', async () => {
  const anna = await suite.join('participant:anna');
  addNote(anna.doc);
  const socket = open(`/sync/${suite.board.boardId}?x=1`, { origin: own(), 'x-test-actor': 'participant:bram' });
  await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject));
  socket.terminate();
});
