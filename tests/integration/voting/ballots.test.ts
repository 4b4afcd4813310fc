import { afterAll, beforeAll, expect, it } from 'vitest';
import { castBallot } from '@/lib/db/ballots';
import { finishRound, whileReceiving } from '@/lib/db/finish-round';
import { takePartInWorkshop } from '@/lib/http/people/take-part-in-workshop';
import { endRound } from '@/lib/http/rounds/end-round';
import { resultFile } from '@/lib/http/rounds/result-file';
import { startRound } from '@/lib/http/rounds/start-round';
import type { TestDatabase } from '../../support/create-test-database';
import {
  castAs,
  codeOf,
  joinAs,
  makeTestWorkshop,
  openTestInstallation,
  openTestRound,
  RouteBrowser,
  signedInFacilitator,
  type TestPerson,
  type TestWorkshop,
} from '../../support/route-browser';
import { until } from '../../support/until';

let database: TestDatabase;
let facilitator: RouteBrowser;

beforeAll(async () => {
  database = await openTestInstallation();
  facilitator = await signedInFacilitator();
});
afterAll(() => database.drop());

async function makeVote(names: string[], rules = { budget: 5, cap: 3 }) {
  const workshop = await makeTestWorkshop(facilitator);
  const people: TestPerson[] = [];
  for (const name of names) people.push(await joinAs(name, workshop.tokens.participant));
  const round = await openTestRound(workshop, rules);
  const at = { workshop: workshop.workshopId, round: round.id };
  const first = people[0]?.browser ?? new RouteBrowser();
  return { workshop, people, first, round, at };
}

async function rowsOf(roundId: string): Promise<{ seq: number; allocation: Record<string, number> }[]> {
  const { rows } = await database.pool.query('SELECT * FROM ballots WHERE round_id = $1 ORDER BY seq', [roundId]);
  return rows;
}

async function closed(workshop: TestWorkshop, roundId: string) {
  await workshop.facilitator.ask(endRound, { workshop: workshop.workshopId, round: roundId });
  await expect
    .poll(async () => (await workshop.facilitator.state(workshop.workshopId)).rounds[0]?.phase, { timeout: 6_000 })
    .toBe('closed');
  const state = await workshop.facilitator.state(workshop.workshopId);
  return state.rounds.find(({ id }) => id === roundId);
}

const spent = (allocation: Record<string, number>) => Object.values(allocation).reduce((sum, dots) => sum + dots, 0);

it('[B2] a thousand racing ballots never exceed the budget, and the tally counts the last one', async () => {
  const { workshop, people, round, at } = await makeVote(['Testpersoon een', 'Testpersoon twee'], {
    budget: 10,
    cap: 10,
  });
  const sent = Array.from({ length: 1_000 }, (_, index) => {
    const over = index % 3 === 0;
    const browser = people[index % 2]?.browser ?? new RouteBrowser();
    return castAs(browser, { ...at, allocation: { '1.1': over ? 6 : index % 6, '5.6': 5 } });
  });
  const statuses = (await Promise.all(sent)).map(({ status }) => status);
  const rows = await rowsOf(round.id);
  expect(rows.every(({ allocation }) => spent(allocation) <= 10)).toBe(true);
  expect(statuses.filter((status) => status === 200)).toHaveLength(rows.length);
  expect(statuses.filter((status) => status === 400)).toHaveLength(334);
  const view = await closed(workshop, round.id);
  expect(view?.result?.voters).toBe(2);
  expect(view?.turnout).toEqual({ voted: 2, entitled: 2 });
  expect(view?.result?.dots).toBeLessThanOrEqual(20);
}, 60_000);

it('[B1] casting again replaces: a new row, the latest counts, and I see it', async () => {
  const { first, round, at } = await makeVote(['Testpersoon']);
  await castAs(first, { ...at, allocation: { '1.1': 3 } });
  await castAs(first, { ...at, allocation: { '1.2': 2, '1.1': 0 } });
  expect(await rowsOf(round.id)).toHaveLength(2);
  expect((await first.state(at.workshop)).rounds[0]?.myAllocation).toEqual({ '1.2': 2 });
});

it('[B2] a key that a database cannot keep is refused, and takes no other ballot along', async () => {
  const { first, at, round } = await makeVote(['Testpersoon']);
  const keys = ['nul\0nul\0nul', '\ud800\ud800\ud800\ud800\ud800\ud800\ud800\ud800'];
  const bad = [...keys, ...keys].map((idempotencyKey) => castAs(first, { ...at, allocation: {}, idempotencyKey }));
  const good = castAs(first, { ...at, allocation: { '1.1': 1 } });
  expect((await Promise.all(bad)).map(({ status }) => status)).toEqual([400, 400, 400, 400]);
  expect((await good).status).toBe(200);
  expect(await rowsOf(round.id)).toHaveLength(1);
});

it('[B2] the same ballot sent twice, also at once and after closing, is one row with one answer', async () => {
  const { workshop, first, round, at } = await makeVote(['Testpersoon']);
  const ballot = { ...at, allocation: { '1.1': 2 }, idempotencyKey: 'dezelfde-sleutel' };
  const answers = await Promise.all([castAs(first, ballot), castAs(first, ballot), castAs(first, ballot)]);
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
  expect(await rowsOf(round.id)).toHaveLength(1);
  await closed(workshop, round.id);
  const late = await castAs(first, ballot);
  expect(late.status).toBe(200);
  expect(await late.json()).toEqual({ allocation: { '1.1': 2 }, repeated: true });
  expect(await rowsOf(round.id)).toHaveLength(1);
});

it.each([
  ['over-budget', { '1.1': 3, '1.2': 3 }],
  ['over-cap', { '1.1': 4 }],
  ['unknown-point', { '9.9': 1 }],
  ['unknown-point', { constructor: 1 }],
  ['invalid-dots', { '1.1': -1 }],
  ['invalid-dots', { '1.1': 0.5 }],
  ['invalid-dots', { '1.1': 'veel' }],
  ['wrong-body', JSON.parse('{"__proto__": 1}') as unknown],
])('[B2] refuses %s and writes nothing: %j', async (code, allocation) => {
  const { first, round, at } = await makeVote(['Testpersoon']);
  // JSON.stringify keeps an own __proto__ only when it is written by hand.
  const raw = code === 'wrong-body' ? '{"allocation":{"__proto__":1},"idempotencyKey":"12345678"}' : undefined;
  const { vote } = await import('@/lib/http/rounds/vote');
  const answer = raw ? await first.send(vote, at, { method: 'PUT', raw }) : await castAs(first, { ...at, allocation });
  expect(await codeOf(answer)).toBe(code);
  expect(await rowsOf(round.id)).toEqual([]);
  expect((await first.state(at.workshop)).rounds[0]?.turnout.voted).toBe(0);
});

it('[B2] a blank ballot is a ballot', async () => {
  const { workshop, first, round, at } = await makeVote(['Testpersoon']);
  expect((await castAs(first, { ...at, allocation: {} })).status).toBe(200);
  const view = await closed(workshop, round.id);
  expect(view?.result).toMatchObject({ voters: 1, dots: 0 });
});

it('[B4] counts what comes in while the round closes, refuses what comes after', async () => {
  const { workshop, first, round, at } = await makeVote(['Testpersoon']);
  await facilitator.ask(endRound, at);
  expect((await first.state(at.workshop)).rounds[0]?.phase).toBe('closing');
  expect((await castAs(first, { ...at, allocation: { '1.1': 1 } })).status).toBe(200);
  const before = await facilitator.ask<{ closesAt: string }, typeof at>(endRound, at);
  expect(await facilitator.ask(endRound, at)).toEqual(before);
  const view = await closed(workshop, round.id);
  expect(view?.result?.items[0]).toEqual({ number: '1.1', dots: 1, voters: 1, rank: 1 });
  expect(await codeOf(await castAs(first, { ...at, allocation: { '1.1': 2 } }))).toBe('round-closed');
  expect(await rowsOf(round.id)).toHaveLength(1);
});

it('[B4] the result waits for a ballot that was received in time and is written later', async () => {
  const { people, round, at } = await makeVote(['Testpersoon']);
  const { participantId } = people[0]?.joined ?? { participantId: '' };
  let receive = () => {};
  const received = new Promise<void>((resolve) => {
    receive = resolve;
  });
  const ballot = { workshopId: at.workshop, roundId: round.id, participantId, allocation: { '1.1': 2 } };
  const casting = whileReceiving(round.id, async () => {
    await received;
    return castBallot({ ...ballot, idempotencyKey: 'traag-verzonnen', receivedAt: new Date(0) });
  });
  await database.pool.query('UPDATE rounds SET closes_at = now() WHERE id = $1', [round.id]);
  const finishing = finishRound(round.id);
  receive();
  expect((await casting).ok).toBe(true);
  await finishing;
  expect((await rowsOf(round.id)).length).toBe(1);
  const { rows } = await database.pool.query('SELECT tally FROM rounds WHERE id = $1', [round.id]);
  expect(rows[0].tally.tally).toMatchObject({ voters: 1, dots: 2 });
});

it('[B2] a ballot waits for whoever holds the round, and is decided on what they left', async () => {
  const { first, round, at } = await makeVote(['Testpersoon']);
  const other = await database.pool.connect();
  await other.query('BEGIN');
  await other.query('UPDATE rounds SET closed_at = now(), closes_at = now() WHERE id = $1', [round.id]);
  const casting = castAs(first, { ...at, allocation: { '1.1': 1 } });
  const isWaiting = async () =>
    (
      await database.pool.query(
        "SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'",
      )
    ).rowCount === 1;
  await until(isWaiting, 'the ballot waits for the lock of the round');
  await other.query('COMMIT');
  other.release();
  expect(await codeOf(await casting)).toBe('round-closed');
  expect(await rowsOf(round.id)).toEqual([]);
});

it('[B5] nobody sees a result or the end of the chain before closing, the facilitator neither', async () => {
  const { workshop, first, round, at } = await makeVote(['Testpersoon']);
  await castAs(first, { ...at, allocation: { '1.1': 1 } });
  for (const browser of [first, facilitator]) {
    const [open] = (await browser.state(at.workshop)).rounds;
    expect(open).toMatchObject({ result: null, chain: { end: null }, turnout: { voted: 1, entitled: 1 } });
  }
  expect((await facilitator.state(at.workshop)).rounds[0]?.myAllocation).toBeNull();
  expect(await facilitator.refusal(resultFile, at, { method: 'GET' })).toBe('round-not-closed');
  const view = await closed(workshop, round.id);
  expect(view?.chain.end).toMatch(/^[0-9a-f]{64}$/);
  expect((await first.state(at.workshop)).rounds[0]?.result).toEqual(view?.result);
  const file = await first.send(resultFile, at, { method: 'GET' });
  expect(await file.text()).toContain('1,1.1,');
});

it('[V3] one open round per workshop, whatever races', async () => {
  const workshop = await makeTestWorkshop(facilitator);
  const open = () => facilitator.send(startRound, { workshop: workshop.workshopId }, { body: { budget: 5, cap: 3 } });
  const statuses = (await Promise.all([open(), open(), open(), open()])).map(({ status }) => status);
  expect(statuses.toSorted()).toEqual([201, 409, 409, 409]);
});

it('[V3] observers, a facilitator who does not take part and people of another workshop cannot vote', async () => {
  const { workshop, round, at } = await makeVote(['Testpersoon']);
  const observer = await joinAs('Meekijker', workshop.tokens.observer);
  const elsewhere = await makeTestWorkshop(facilitator);
  const stranger = await joinAs('Vreemde', elsewhere.tokens.participant);
  const allocation = { '1.1': 1 };
  expect(await codeOf(await castAs(observer.browser, { ...at, allocation }))).toBe('observer-cannot-vote');
  expect(await codeOf(await castAs(facilitator, { ...at, allocation }))).toBe('facilitator-cannot-vote');
  expect(await codeOf(await castAs(stranger.browser, { ...at, allocation }))).toBe('forbidden');
  expect(
    await codeOf(await castAs(stranger.browser, { workshop: elsewhere.workshopId, round: round.id, allocation })),
  ).toBe('unknown-round');
  expect(await codeOf(await castAs(new RouteBrowser(), { ...at, allocation }))).toBe('signed-out');
  expect(await rowsOf(round.id)).toEqual([]);
});

it('[P11] a facilitator who takes part has one ballot', async () => {
  const { workshop, round, at } = await makeVote(['Testpersoon']);
  await facilitator.ask(takePartInWorkshop, { workshop: at.workshop }, { body: { name: 'Begeleider Test' } });
  expect((await castAs(facilitator, { ...at, allocation: { '1.1': 1 } })).status).toBe(200);
  expect((await castAs(facilitator, { ...at, allocation: { '1.1': 2 } })).status).toBe(200);
  const view = await closed(workshop, round.id);
  expect(view?.result).toMatchObject({ voters: 1, dots: 2 });
});

it('[V1] [B3] refuses rules nobody can follow', async () => {
  const { facilitator: owner, workshopId } = await makeTestWorkshop(facilitator);
  const open = (body: unknown) => owner.refusal(startRound, { workshop: workshopId }, { body });
  expect(await open({ budget: 3, cap: 4 })).toBe('cap-over-budget');
  expect(await open({ budget: 0, cap: 0 })).toBe('wrong-rules');
  expect(await open({ budget: 2.5, cap: 1 })).toBe('wrong-rules');
});
