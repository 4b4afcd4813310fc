import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Joined } from '@/lib/api/contracts';
import { authorizeBoard } from '@/lib/auth/board-access';
import { prisma } from '@/lib/db/client';
import { replaceLink } from '@/lib/db/join-links';
import { readJoinPage } from '@/lib/http/pages/read-join-page';
import { becomeSomeoneElse } from '@/lib/http/people/become-someone-else';
import { join } from '@/lib/http/people/join';
import { removeFromWorkshop } from '@/lib/http/people/remove-from-workshop';
import { takePartInWorkshop } from '@/lib/http/people/take-part-in-workshop';
import { signOut } from '@/lib/http/session/sign-out';
import { showWorkshop } from '@/lib/http/workshops/show-workshop';
import type { TestDatabase } from '../../support/create-test-database';
import {
  joinAs,
  makeTestWorkshop,
  openTestInstallation,
  RouteBrowser,
  signedInFacilitator,
} from '../../support/route-browser';

let database: TestDatabase;
let facilitator: RouteBrowser;
beforeAll(async () => {
  database = await openTestInstallation();
  facilitator = await signedInFacilitator();
});
afterAll(() => database.drop());

const peopleOf = async (workshopId: string) =>
  (await facilitator.state(workshopId)).people.filter(({ role }) => role !== 'facilitator').map(({ name }) => name);

it('[P5] joins without an account: the cookie is random, its hash is stored', async () => {
  const { tokens, boardId, workshopId } = await makeTestWorkshop(facilitator, ['gemeenten']);
  const browser = new RouteBrowser();
  const joined = await browser.ask<Joined, object>(
    join,
    {},
    { body: { token: tokens.participant, name: ' Test  Persoon ', perspective: 'gemeenten' } },
  );
  expect(joined).toMatchObject({
    workshopId,
    boardId,
    role: 'participant',
    name: 'Test Persoon',
    perspective: 'gemeenten',
  });
  const cookie = browser.cookies.get('kp-device') ?? '';
  expect(Buffer.from(cookie, 'base64url')).toHaveLength(32);
  const devices = await database.pool.query('SELECT * FROM devices');
  expect(JSON.stringify(devices.rows)).not.toContain(cookie);
  expect((await browser.state(workshopId)).me).toMatchObject({
    key: `p:${joined.participantId}`,
    canWrite: true,
    canVote: true,
  });
});

it('[P5] two joins at once of one browser make one person', async () => {
  const { tokens, workshopId } = await makeTestWorkshop(facilitator);
  const browser = new RouteBrowser();
  browser.cookies.set('kp-device', 'x'.repeat(43));
  const send = () => browser.send(join, {}, { body: { token: tokens.participant, name: 'Tweemaal' } });
  const answers = await Promise.all([send(), send(), send(), send()]);
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
  expect(await peopleOf(workshopId)).toEqual(['Tweemaal']);
});

it('[P6] opening the link again finds the same person, whatever name is sent', async () => {
  const { tokens, workshopId } = await makeTestWorkshop(facilitator);
  const { browser, joined } = await joinAs('Eerste', tokens.participant);
  const again = await joinAs('Iemand anders', tokens.participant, browser);
  expect(again.joined).toEqual(joined);
  expect((await joinAs('', tokens.observer, browser)).joined).toEqual(joined);
  expect(await peopleOf(workshopId)).toEqual(['Eerste']);
});

it('[P6] an observer with a participant link becomes somebody who may write', async () => {
  const { tokens, workshopId } = await makeTestWorkshop(facilitator);
  const { browser, joined } = await joinAs('Kijker', tokens.observer);
  expect((await browser.state(workshopId)).me).toMatchObject({ role: 'observer', canWrite: false, canVote: false });
  const upgraded = await joinAs('Doener', tokens.participant, browser);
  expect(upgraded.joined.participantId).not.toBe(joined.participantId);
  expect((await browser.state(workshopId)).me).toMatchObject({ role: 'participant', name: 'Doener' });
});

it('[P7] as somebody else: the browser forgets, the person stays', async () => {
  const { tokens, workshopId } = await makeTestWorkshop(facilitator);
  const { browser } = await joinAs('Eerste', tokens.participant);
  await browser.ask(becomeSomeoneElse, { workshop: workshopId });
  expect(await browser.refusal(showWorkshop, { workshop: workshopId }, { method: 'GET' })).toBe('forbidden');
  await joinAs('Tweede', tokens.participant, browser);
  expect(await peopleOf(workshopId)).toEqual(['Eerste', 'Tweede']);
});

it('[P7] as somebody else: the join page asks for a name at once, as long as the link works', async () => {
  const { tokens, workshopId } = await makeTestWorkshop(facilitator);
  const { browser } = await joinAs('Eerste', tokens.participant);
  await browser.ask(becomeSomeoneElse, { workshop: workshopId });
  expect(await readJoinPage(browser.cookieHeader)).toMatchObject({ state: 'open', workshopId, alreadyAs: null });
  const second = await browser.ask<Joined, object>(join, {}, { body: { name: 'Tweede' } });
  expect(second).toMatchObject({ workshopId, name: 'Tweede', role: 'participant' });
  await replaceLink(workshopId, 'participant');
  await browser.ask(becomeSomeoneElse, { workshop: workshopId });
  expect(await readJoinPage(browser.cookieHeader)).toEqual({ state: 'unknown' });
});

it('[P9] signing out ends the session and the browser, and nobody else', async () => {
  const { tokens, workshopId, boardId } = await makeTestWorkshop(facilitator);
  const { browser } = await joinAs('Gedeeld apparaat', tokens.participant);
  const other = await joinAs('Ander apparaat', tokens.participant);
  const before = browser.cookieHeader;
  await browser.ask(signOut, {});
  expect(browser.cookies.size).toBe(0);
  expect(await authorizeBoard(before, boardId)).toEqual({ ok: false, refusal: 'signed-out' });
  expect(await authorizeBoard(other.browser.cookieHeader, boardId)).toMatchObject({ ok: true });
  const second = await signedInFacilitator();
  const secondCookies = second.cookieHeader;
  await second.ask(signOut, {});
  expect(await authorizeBoard(secondCookies, boardId)).toEqual({ ok: false, refusal: 'signed-out' });
  expect((await facilitator.state(workshopId)).me.role).toBe('facilitator');
});

it('[P10] a removed person is out at once, and comes back as somebody new', async () => {
  const { tokens, workshopId, boardId } = await makeTestWorkshop(facilitator);
  const { browser, joined } = await joinAs('Verwijderd', tokens.participant);
  const params = { workshop: workshopId, participant: joined.participantId };
  await facilitator.ask(removeFromWorkshop, params, { method: 'DELETE' });
  expect(await authorizeBoard(browser.cookieHeader, boardId)).toEqual({ ok: false, refusal: 'forbidden' });
  expect(await peopleOf(workshopId)).toEqual([]);
  const again = await joinAs('Terug', tokens.participant, browser);
  expect(again.joined.participantId).not.toBe(joined.participantId);
  const unknown = { workshop: workshopId, participant: crypto.randomUUID() };
  expect(await facilitator.refusal(removeFromWorkshop, unknown, { method: 'DELETE' })).toBe('unknown-participant');
});

it('[P11] taking part makes the facilitator one person, also by link, and keeps them', async () => {
  const { tokens, workshopId } = await makeTestWorkshop(facilitator);
  expect((await facilitator.state(workshopId)).me).toMatchObject({
    participantId: null,
    canVote: false,
    canWrite: true,
  });
  const first = await facilitator.ask<Joined, { workshop: string }>(
    takePartInWorkshop,
    { workshop: workshopId },
    { body: { name: 'Zelf' } },
  );
  const byLink = await joinAs('Zelf weer', tokens.participant, facilitator);
  expect(byLink.joined.participantId).toBe(first.participantId);
  const { me, people } = await facilitator.state(workshopId);
  expect(me).toMatchObject({ key: `p:${first.participantId}`, role: 'facilitator', canVote: true });
  expect(people.map(({ role }) => role)).toEqual(['facilitator']);
  const params = { workshop: workshopId, participant: first.participantId };
  expect(await facilitator.refusal(removeFromWorkshop, params, { method: 'DELETE' })).toBe('facilitator-stays');
  const observing = { body: { token: tokens.observer, name: 'Kijk' } };
  const elsewhere = await makeTestWorkshop(facilitator);
  expect(await facilitator.refusal(join, {}, { body: { ...observing.body, token: elsewhere.tokens.observer } })).toBe(
    'already-facilitator',
  );
});

it.each([
  ['name-empty', ''],
  ['name-empty', '   '],
  ['name-too-long', 'x'.repeat(10_000)],
  ['name-too-long', 'x'.repeat(41)],
  ['name-characters', 'Test\u202epersoon'],
  ['name-characters', 'a\u0000b'],
  ['name-characters', '\u200b'],
])('[P1] [P2] refuses %s and makes nobody', async (code, name) => {
  const { tokens, workshopId } = await makeTestWorkshop(facilitator);
  const browser = new RouteBrowser();
  expect(await browser.refusal(join, {}, { body: { token: tokens.participant, name } })).toBe(code);
  expect(await peopleOf(workshopId)).toEqual([]);
  expect(browser.cookies.get('kp-device')).toBeUndefined();
});

it('[P3] two people may carry one name; [P4] a perspective has to be offered', async () => {
  const { tokens, workshopId } = await makeTestWorkshop(facilitator, ['Rijk']);
  await joinAs('Sam', tokens.participant);
  await joinAs('Sam', tokens.participant);
  const body = { token: tokens.participant, name: 'Sam', perspective: 'pers' };
  expect(await new RouteBrowser().refusal(join, {}, { body })).toBe('unknown-perspective');
  expect(await peopleOf(workshopId)).toEqual(['Sam', 'Sam']);
});

it('[P8] a forged cookie and the people of another workshop are nobody here', async () => {
  const here = await makeTestWorkshop(facilitator);
  const elsewhere = await makeTestWorkshop(facilitator);
  const { browser } = await joinAs('Elders', elsewhere.tokens.participant);
  expect(await authorizeBoard(browser.cookieHeader, here.boardId)).toEqual({ ok: false, refusal: 'forbidden' });
  expect(await authorizeBoard(`kp-device=${'A'.repeat(43)}`, here.boardId)).toEqual({
    ok: false,
    refusal: 'signed-out',
  });
  expect(await authorizeBoard(`kp-session=${'A'.repeat(43)}; kp-device=geen`, here.boardId)).toEqual({
    ok: false,
    refusal: 'signed-out',
  });
  expect(await authorizeBoard(undefined, here.boardId)).toEqual({ ok: false, refusal: 'signed-out' });
  expect(await authorizeBoard(browser.cookieHeader, crypto.randomUUID())).toEqual({
    ok: false,
    refusal: 'unknown-board',
  });
  expect(await authorizeBoard(browser.cookieHeader, "' OR 1=1")).toEqual({ ok: false, refusal: 'unknown-board' });
});

it('[P13] a workshop is full at a thousand people', async () => {
  const { tokens, workshopId } = await makeTestWorkshop(facilitator);
  const data = Array.from({ length: 1_000 }, (_, index) => ({
    workshopId,
    name: `Testpersoon ${index}`,
    role: 'participant' as const,
  }));
  await prisma().participant.createMany({ data });
  expect(await new RouteBrowser().refusal(join, {}, { body: { token: tokens.participant, name: 'Te laat' } })).toBe(
    'workshop-full',
  );
});

it('[P5] two hundred people come in at once', async () => {
  const { tokens, workshopId } = await makeTestWorkshop(facilitator);
  await Promise.all(Array.from({ length: 200 }, (_, index) => joinAs(`Testpersoon ${index}`, tokens.participant)));
  expect(await peopleOf(workshopId)).toHaveLength(200);
});
