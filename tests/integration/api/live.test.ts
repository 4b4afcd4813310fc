import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { followWorkshop } from '@/lib/http/live/follow-workshop';
import { MAX_SCREENS_PER_BROWSER } from '@/lib/http/live/live-hub';
import { becomeSomeoneElse } from '@/lib/http/people/become-someone-else';
import { removeFromWorkshop } from '@/lib/http/people/remove-from-workshop';
import { endRound } from '@/lib/http/rounds/end-round';
import { signOut } from '@/lib/http/session/sign-out';
import { changeWorkshop } from '@/lib/http/workshops/change-workshop';
import { endWorkshop } from '@/lib/http/workshops/end-workshop';
import type { TestDatabase } from '../../support/create-test-database';
import { LiveStream } from '../../support/live-stream';
import {
  castAs,
  joinAs,
  makeTestWorkshop,
  openTestInstallation,
  openTestRound,
  RouteBrowser,
  signedInFacilitator,
} from '../../support/route-browser';

let database: TestDatabase;
let facilitator: RouteBrowser;
const streams: LiveStream[] = [];
beforeAll(async () => {
  database = await openTestInstallation();
  facilitator = await signedInFacilitator();
});
afterEach(() => {
  for (const stream of streams.splice(0)) stream.close();
});
afterAll(() => database.drop());

async function follow(browser: RouteBrowser, workshopId: string): Promise<LiveStream> {
  const stream = await LiveStream.open(browser, workshopId);
  streams.push(stream);
  return stream;
}

async function workshopWith(...names: string[]) {
  const workshop = await makeTestWorkshop(facilitator);
  const people = [];
  for (const name of names) people.push(await joinAs(name, workshop.tokens.participant));
  return { ...workshop, people, browser: people[0]?.browser ?? new RouteBrowser() };
}

it('[W5] sends the state at once, as a stream nobody keeps or holds back', async () => {
  const { workshopId, browser } = await workshopWith('Een');
  const stream = await follow(browser, workshopId);
  expect(stream.response.headers.get('content-type')).toContain('text/event-stream');
  expect(stream.response.headers.get('cache-control')).toContain('no-store');
  expect(stream.response.headers.get('x-accel-buffering')).toBe('no');
  const state = await stream.until(() => true);
  expect(state).toMatchObject({ id: workshopId, me: { name: 'Een', role: 'participant' } });
});

it('[W5] every change reaches every screen, each with its own part', async () => {
  const made = await workshopWith('Een', 'Twee');
  const { workshopId: workshop, people, facilitator: owner } = made;
  const [one, two] = await Promise.all(people.map(({ browser }) => follow(browser, workshop)));
  const three = await follow(owner, workshop);
  const round = await openTestRound(made);
  for (const stream of [one, two, three]) await stream?.until(({ rounds }) => rounds[0]?.phase === 'open');
  await castAs(people[0]?.browser ?? owner, { workshop, round: round.id, allocation: { '1.1': 2 } });
  const mine = await one?.until(({ rounds }) => rounds[0]?.turnout.voted === 1);
  const theirs = await two?.until(({ rounds }) => rounds[0]?.turnout.voted === 1);
  expect([mine?.rounds[0]?.myAllocation, theirs?.rounds[0]?.myAllocation]).toEqual([{ '1.1': 2 }, null]);
  await owner.ask(endRound, { workshop, round: round.id });
  for (const stream of [one, two, three]) {
    await stream?.until(({ rounds }) => rounds[0]?.phase === 'closing');
    const { rounds } = (await stream?.until((state) => state.rounds[0]?.phase === 'closed')) ?? { rounds: [] };
    expect(rounds[0]?.result).toMatchObject({ voters: 1, dots: 2 });
  }
});

it('[W5] [V5] a closing round gets its result on the screens, also when nobody is left to push it', async () => {
  const made = await workshopWith('Een');
  const { workshopId: workshop, facilitator: owner } = made;
  const round = await openTestRound(made);
  const stream = await follow(owner, workshop);
  await stream.until(({ rounds }) => rounds.length === 1);
  // As if another process, which then died, had been asked to close it.
  await database.pool.query(
    "UPDATE rounds SET closes_at = clock_timestamp() + interval '700 milliseconds' WHERE id = $1",
    [round.id],
  );
  await owner.ask(changeWorkshop, { workshop }, { method: 'PATCH', body: { title: 'Duwtje' } });
  await stream.until(({ rounds }) => rounds[0]?.phase === 'closing');
  await stream.until(({ rounds }) => rounds[0]?.phase === 'closed');
});

it('[W6] somebody is here as long as a screen is open', async () => {
  const { workshopId, people, browser } = await workshopWith('Een', 'Twee');
  const watching = await follow(browser, workshopId);
  const isHere = (name: string) => (state: { people: { name: string; here: boolean }[] }) =>
    state.people.some((person) => person.name === name && person.here);
  await watching.until(isHere('Een'));
  const second = people[1]?.browser ?? browser;
  const [left, right] = [await follow(second, workshopId), await follow(second, workshopId)];
  await watching.until(isHere('Twee'));
  left.close();
  right.close();
  const length = watching.states.length;
  await watching.until((state) => watching.states.length > length && !isHere('Twee')(state));
});

it.each(['removed', 'signed-out', 'someone-else'] as const)('[W7] says bye because %s, and ends', async (reason) => {
  const { workshopId: workshop, people, browser, facilitator: owner } = await workshopWith('Weg', 'Blijft');
  const stream = await follow(browser, workshop);
  const staying = await follow(people[1]?.browser ?? owner, workshop);
  await stream.until(() => true);
  if (reason === 'removed')
    await owner.ask(
      removeFromWorkshop,
      { workshop, participant: people[0]?.joined.participantId ?? '' },
      { method: 'DELETE' },
    );
  if (reason === 'signed-out') await browser.ask(signOut, {});
  if (reason === 'someone-else') await browser.ask(becomeSomeoneElse, { workshop });
  expect(JSON.parse(await stream.untilBye())).toEqual({ reason });
  await staying.until(() => true);
  expect(staying.ended).toBe(false);
});

it('[W4] [W7] closing the workshop ends no stream: those inside read on', async () => {
  const { workshopId: workshop, browser, facilitator: owner } = await workshopWith('Een');
  const stream = await follow(browser, workshop);
  await owner.ask(endWorkshop, { workshop });
  const state = await stream.until(({ closedAt }) => closedAt !== null);
  expect(state.me.canWrite).toBe(false);
  expect(stream.ended).toBe(false);
});

it('[W8] one browser has at most so many screens open', async () => {
  const { workshopId, browser } = await workshopWith('Een');
  for (let index = 0; index < MAX_SCREENS_PER_BROWSER; index++) await follow(browser, workshopId);
  expect(await browser.refusal(followWorkshop, { workshop: workshopId }, { method: 'GET' })).toBe('too-many-screens');
  streams.pop()?.close();
  expect((await follow(browser, workshopId)).response.status).toBe(200);
});

it('[W5] two hundred screens all get a change', async () => {
  const { workshopId: workshop, tokens, facilitator: owner } = await makeTestWorkshop(facilitator);
  const people = await Promise.all(
    Array.from({ length: 200 }, (_, index) => joinAs(`Testpersoon ${index}`, tokens.participant)),
  );
  const open = await Promise.all(people.map(({ browser }) => follow(browser, workshop)));
  await Promise.all(
    open.map((stream) => stream.until(({ people: all }) => all.filter(({ here }) => here).length === 200, 20_000)),
  );
  const start = performance.now();
  await owner.ask(changeWorkshop, { workshop }, { method: 'PATCH', body: { title: 'Voor iedereen' } });
  await Promise.all(open.map((stream) => stream.until(({ title }) => title === 'Voor iedereen')));
  expect(performance.now() - start).toBeLessThan(2_000);
});
