import { afterAll, beforeAll, expect, it } from 'vitest';
import { finishRound, recountRound } from '@/lib/db/finish-round';
import { removeFromWorkshop } from '@/lib/http/people/remove-from-workshop';
import { endRound } from '@/lib/http/rounds/end-round';
import { resultFile } from '@/lib/http/rounds/result-file';
import { endWorkshop } from '@/lib/http/workshops/end-workshop';
import type { TestDatabase } from '../../support/create-test-database';
import {
  castAs,
  joinAs,
  makeTestWorkshop,
  openTestInstallation,
  openTestRound,
  RouteBrowser,
  type TestPerson,
} from '../../support/route-browser';

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestInstallation();
});
afterAll(() => database.drop());

/** A round in which each person has voted; pressed to close long ago, by a process that then died. */
async function makeClosingRound(names: string[]) {
  const workshop = await makeTestWorkshop();
  const round = await openTestRound(workshop);
  const at = { workshop: workshop.workshopId, round: round.id };
  const people: TestPerson[] = [];
  for (const [index, name] of names.entries()) {
    const person = await joinAs(name, workshop.tokens.participant);
    await castAs(person.browser, { ...at, allocation: { '1.1': 1 + index } });
    people.push(person);
  }
  const press = () =>
    database.pool.query("UPDATE rounds SET closes_at = now() - interval '1 second' WHERE id = $1", [round.id]);
  return { workshop, round, at, people, press };
}

it('[V5] a round whose process died while it closed gets its result at the next read, once', async () => {
  const { workshop, round, press } = await makeClosingRound(['Een', 'Twee']);
  await press();
  const states = await Promise.all(Array.from({ length: 6 }, () => workshop.facilitator.state(workshop.workshopId)));
  const results = states.map(({ rounds }) => rounds[0]);
  expect(new Set(results.map((view) => view?.closedAt)).size).toBe(1);
  expect(results[0]).toMatchObject({
    phase: 'closed',
    result: { voters: 2, dots: 3 },
    turnout: { voted: 2, entitled: 2 },
  });
  await finishRound(round.id);
  expect((await workshop.facilitator.state(workshop.workshopId)).rounds[0]?.closedAt).toBe(results[0]?.closedAt);
});

it('[V5] a round that nobody pressed to close gets no result', async () => {
  const { workshop, round } = await makeClosingRound(['Een']);
  await finishRound(round.id);
  expect((await workshop.facilitator.state(workshop.workshopId)).rounds[0]).toMatchObject({
    phase: 'open',
    result: null,
  });
});

it('[B8] recounting the stored ballots gives the published result', async () => {
  const { workshop, round, press } = await makeClosingRound(['Een', 'Twee', 'Drie']);
  await press();
  const view = (await workshop.facilitator.state(workshop.workshopId)).rounds[0];
  expect(await recountRound(round.id)).toEqual({ ok: true, value: view?.result });
  expect(view?.chain.start).toBe(round.chain.start);
  expect(view?.chain.end).not.toBe(view?.chain.start);
});

it.each([
  ['changed', `UPDATE ballots SET allocation = '{"5.6": 3}' WHERE round_id = $1 AND seq = 1`],
  ['removed', 'DELETE FROM ballots WHERE round_id = $1 AND seq = 2'],
  ['moved to somebody else', `UPDATE ballots SET voter_key = '\\x00' WHERE round_id = $1 AND seq = 2`],
])('[B8] a ballot that was %s leaves the round without a result', async (_what, tamper) => {
  const { workshop, round, press, at } = await makeClosingRound(['Een', 'Twee']);
  await database.pool.query(tamper, [round.id]);
  await press();
  expect((await workshop.facilitator.state(workshop.workshopId)).rounds[0]).toMatchObject({
    phase: 'closed',
    result: null,
  });
  expect(await recountRound(round.id)).toEqual({ ok: false, refusal: 'chain-broken' });
  expect(await workshop.facilitator.refusal(resultFile, at, { method: 'GET' })).toBe('no-result');
});

it('[B6] [K6] ballots hold no person and no time; who voted holds no ballot', async () => {
  const { round, people } = await makeClosingRound(['Een']);
  const columns = async (table: string) =>
    (
      await database.pool.query<{ column_name: string; data_type: string }>(
        'SELECT column_name, data_type FROM information_schema.columns WHERE table_name = $1',
        [table],
      )
    ).rows;
  const ballots = await columns('ballots');
  expect(ballots.filter(({ data_type }) => /time|date/.test(data_type))).toEqual([]);
  expect((await columns('round_turnout')).map(({ column_name }) => column_name).toSorted()).toEqual([
    'participant_id',
    'round_id',
  ]);
  const { rows } = await database.pool.query<{ voter_key: Buffer }>('SELECT * FROM ballots WHERE round_id = $1', [
    round.id,
  ]);
  expect(JSON.stringify(rows)).not.toContain(people[0]?.joined.participantId);
  expect(rows[0]?.voter_key).toHaveLength(32);
});

it('[P10] [B1] the ballot of somebody who was removed still counts, and they cannot vote again', async () => {
  const { workshop, at, people, press } = await makeClosingRound(['Een', 'Twee']);
  const [first] = people;
  const params = { workshop: at.workshop, participant: first?.joined.participantId ?? '' };
  await workshop.facilitator.ask(removeFromWorkshop, params, { method: 'DELETE' });
  expect((await castAs(first?.browser ?? new RouteBrowser(), { ...at, allocation: {} })).status).toBe(403);
  await press();
  const view = (await workshop.facilitator.state(at.workshop)).rounds[0];
  expect(view).toMatchObject({ result: { voters: 2, dots: 3 }, turnout: { voted: 2, entitled: 2 } });
});

it('[W4] closing the workshop closes its round the normal way: two more seconds, then the result', async () => {
  const { workshop, at, people } = await makeClosingRound(['Een']);
  await workshop.facilitator.ask(endWorkshop, { workshop: at.workshop });
  expect((await workshop.facilitator.state(at.workshop)).rounds[0]?.phase).toBe('closing');
  expect((await castAs(people[0]?.browser ?? new RouteBrowser(), { ...at, allocation: { '2.1': 2 } })).status).toBe(
    200,
  );
  await expect
    .poll(async () => (await workshop.facilitator.state(at.workshop)).rounds[0]?.result?.items[0], { timeout: 6_000 })
    .toMatchObject({ number: '2.1', dots: 2 });
  await workshop.facilitator.ask(endRound, at);
});
