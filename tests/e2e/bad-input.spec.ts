/** Bad input over the wire: each gets a clear sentence or a refused connection, and changes nothing. */
import { randomBytes, randomUUID } from 'node:crypto';
import WebSocket from 'ws';
import { type CreatedWorkshop, type ErrorAnswer, paths, type RoundView } from '@/lib/api/contracts';
import { CLOSE, SYNC_PATH } from '@/lib/collab/protocol';
import { exampleNote, readRecords, writeNewRecord } from '@/lib/collab/workshop-doc';
import { ApiPerson } from '../support/api-person';
import { expect, test } from '../support/e2e-people';

async function refusalOf(answer: Response): Promise<{ status: number; message: string }> {
  const { error } = (await answer.json()) as ErrorAnswer;
  expect(error.message).toMatch(/^[A-Z].*[.?!]$/s);
  return { status: answer.status, message: error.message };
}

/** The HTTP status that refuses an upgrade, or the close code of a socket that opened. */
function upgradeOutcome(
  url: string,
  boardId: string,
  headers: Record<string, string>,
  first?: Uint8Array,
): Promise<number> {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(url.replace(/^http/, 'ws') + SYNC_PATH + boardId, { headers });
    const timer = setTimeout(() => reject(new Error('still open after 10 s')), 10_000);
    const done = (code: number) => {
      clearTimeout(timer);
      resolve(code);
    };
    socket.on('unexpected-response', (_request, response) => done(response.statusCode ?? 0));
    socket.on('open', () => first && socket.send(first));
    socket.on('close', done);
    socket.on('error', () => undefined);
  });
}

test('[L1] an unknown, a revoked and a made-up link let nobody in', async ({ url, facilitator, session }) => {
  const stranger = new ApiPerson(url);
  const unknown = await refusalOf(
    await stranger.send('POST', paths.api.join, { token: randomBytes(32).toString('base64url'), name: 'Testpersoon' }),
  );
  expect(unknown.status).toBe(404);
  await facilitator.ask('POST', paths.api.links(session.workshopId), { role: 'participant' });
  const revoked = await refusalOf(
    await stranger.send('POST', paths.api.join, { token: session.participantToken, name: 'Testpersoon' }),
  );
  expect([403, 404, 410]).toContain(revoked.status);
  expect((await facilitator.state(session.workshopId)).people.filter((one) => one.role === 'participant')).toEqual([]);
});

test('[P1] an empty name, one of 10,000 characters and one with direction signs are refused', async ({
  url,
  facilitator,
  session,
}) => {
  const stranger = new ApiPerson(url);
  for (const name of ['', '   ', 'x'.repeat(10_000), 'Test\u202epersoon', 'a\u0000b']) {
    const refused = await refusalOf(
      await stranger.send('POST', paths.api.join, { token: session.participantToken, name }),
    );
    expect([400, 422]).toContain(refused.status);
  }
  expect((await facilitator.state(session.workshopId)).people.filter((one) => one.role === 'participant')).toEqual([]);
});

test('[S1] no session, a forged cookie, another origin and another workshop are refused before the upgrade', async ({
  url,
  facilitator,
  session,
  participant,
}) => {
  const { person } = await participant('Testpersoon');
  const other = await facilitator.ask<CreatedWorkshop>('POST', paths.api.workshops, {
    title: 'Andere testsessie (verzonnen)',
  });
  const { Cookie, Origin } = person.headers;
  const forged = Cookie.replace(/=[^;]+/g, () => `=${randomBytes(32).toString('base64url')}`);
  expect(await upgradeOutcome(url, session.boardId, { Origin })).toBe(401);
  expect(await upgradeOutcome(url, session.boardId, { Origin, Cookie: forged })).toBe(401);
  expect(await upgradeOutcome(url, session.boardId, { Origin: 'https://elders.example', Cookie })).toBe(403);
  expect(await upgradeOutcome(url, other.boardId, { Origin, Cookie })).toBe(403);
  expect(await upgradeOutcome(url, randomUUID(), { Origin, Cookie })).toBe(404);
  const read = await person.send('GET', paths.api.workshop(other.workshopId));
  expect([403, 404]).toContain((await refusalOf(read)).status);
});

test('[S8] garbage closes its sender alone', async ({ url, session, participant }) => {
  const { person } = await participant('Testpersoon 1');
  const { person: bystander } = await participant('Testpersoon 2');
  const board = bystander.openBoard(session.boardId);
  await board.ready();
  for (const garbage of [
    Uint8Array.of(0, 2, 200, 1, 7, 7, 7),
    Uint8Array.of(99, 1, 2, 3),
    new Uint8Array(randomBytes(500)),
  ]) {
    expect(await upgradeOutcome(url, session.boardId, person.headers, garbage)).toBe(CLOSE.badMessage);
  }
  expect(board.provider.wsconnected).toBe(true);
  board.close();
});

test('[S5] an observer sees what is written and cannot write', async ({ url, session, participant }) => {
  const { person, joined } = await participant('Testpersoon');
  const observer = new ApiPerson(url);
  const seen = await observer.join(session.observerToken, 'Testwaarnemer');
  expect(seen.role).toBe('observer');
  const writing = person.openBoard(session.boardId);
  const looking = observer.openBoard(session.boardId);
  await Promise.all([writing.ready(), looking.ready()]);
  const key = `note:${randomUUID()}` as const;
  writing.doc.transact(() => writeNewRecord(writing.doc, key, exampleNote(`p:${joined.participantId}`)));
  await expect.poll(() => readRecords(looking.doc).has(key)).toBe(true);

  const closed = new Promise<number>((resolve) =>
    looking.provider.on('connection-close', (event) => resolve(event?.code ?? 0)),
  );
  const forged = `note:${randomUUID()}` as const;
  looking.doc.transact(() => writeNewRecord(looking.doc, forged, exampleNote(`p:${joined.participantId}`)));
  expect(await closed).toBe(CLOSE.forbidden);
  const fresh = person.openBoard(session.boardId);
  await fresh.ready();
  expect(readRecords(fresh.doc).has(forged)).toBe(false);
  expect(readRecords(fresh.doc).has(key)).toBe(true);
  for (const board of [writing, looking, fresh]) board.close();
});

test('[B2] [B4] ballots over budget, over the cap, for an unknown point, malformed or too late count for nothing', async ({
  facilitator,
  session,
  participant,
}) => {
  const { person } = await participant('Testpersoon');
  const round = await facilitator.ask<RoundView>('POST', paths.api.rounds(session.workshopId), { budget: 5, cap: 3 });
  const ballot = paths.api.ballot(session.workshopId, round.id);
  const cast = (allocation: unknown) => person.send('PUT', ballot, { allocation, idempotencyKey: randomUUID() });
  for (const allocation of [
    { '1.1': 3, '1.2': 3 },
    { '1.1': 4 },
    { '9.9': 1 },
    { '1.1': -1 },
    { '1.1': 0.5 },
    { '1.1': 'veel' },
    { '1.1': null },
    [],
    null,
    JSON.parse('{"__proto__": 1}'),
    { constructor: 1 },
  ]) {
    expect([400, 409, 422], JSON.stringify(allocation)).toContain((await refusalOf(await cast(allocation))).status);
  }
  expect((await person.state(session.workshopId)).rounds[0]?.myAllocation).toBeNull();

  const key = randomUUID();
  for (const turn of [1, 2]) {
    const answer = await person.send('PUT', ballot, { allocation: { '1.1': 3, '5.6': 2 }, idempotencyKey: key });
    expect(answer.status, `turn ${turn}`).toBe(200);
  }
  const observing = await facilitator.state(session.workshopId);
  expect(observing.rounds[0]?.result).toBeNull();
  expect(observing.rounds[0]?.turnout.voted).toBe(1);

  await facilitator.ask('POST', paths.api.closeRound(session.workshopId, round.id));
  await expect.poll(async () => (await facilitator.state(session.workshopId)).rounds[0]?.phase).toBe('closed');
  expect((await refusalOf(await cast({ '1.1': 1 }))).status).toBe(409);
  const closed = (await facilitator.state(session.workshopId)).rounds[0];
  expect(closed?.result?.voters).toBe(1);
  expect(closed?.result?.items.find((item) => item.number === '1.1')?.dots).toBe(3);
  expect(closed?.result?.items.find((item) => item.number === '5.6')?.dots).toBe(2);
});
