import { afterAll, beforeAll, expect, it } from 'vitest';
import type { CreatedWorkshop, WorkshopSummary } from '@/lib/api/contracts';
import { authorizeBoard } from '@/lib/auth/board-access';
import { removeFromWorkshop } from '@/lib/http/people/remove-from-workshop';
import { endRound } from '@/lib/http/rounds/end-round';
import { startRound } from '@/lib/http/rounds/start-round';
import { showTemplate } from '@/lib/http/templates/show-template';
import { changeWorkshop } from '@/lib/http/workshops/change-workshop';
import { endWorkshop } from '@/lib/http/workshops/end-workshop';
import { makeExampleWorkshop, makeWorkshop } from '@/lib/http/workshops/make-workshop';
import { myWorkshops } from '@/lib/http/workshops/my-workshops';
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

it('[W3] one click makes an example with the whole schema, a board, both links and six perspectives', async () => {
  const { workshopId, boardId } = await facilitator.ask<CreatedWorkshop, object>(makeExampleWorkshop, {});
  const state = await facilitator.state(workshopId);
  expect(state).toMatchObject({
    boardId,
    template: { slug: 'probleem-en-oorzakenschema', version: 1 },
    closedAt: null,
  });
  expect(state.perspectives).toHaveLength(6);
  const count = async (sql: string, id: string) => (await database.pool.query<{ n: string }>(sql, [id])).rows[0]?.n;
  expect(await count('SELECT count(*) AS n FROM join_links WHERE workshop_id = $1', workshopId)).toBe('2');
  expect(await count('SELECT seq::text AS n FROM board_head WHERE board_id = $1', boardId)).toBe('0');
});

it('[W3] nothing is made from a template that is not there, or by a stranger', async () => {
  const count = async () => (await database.pool.query('SELECT id FROM workshops')).rowCount;
  const before = await count();
  expect(await facilitator.refusal(makeWorkshop, {}, { body: { title: 'Test', template: 'bestaat-niet' } })).toBe(
    'unknown-template',
  );
  expect(await new RouteBrowser().refusal(makeWorkshop, {}, { body: { title: 'Test' } })).toBe('signed-out');
  expect(await count()).toBe(before);
});

it.each([
  ['title-length', { title: '' }],
  ['title-length', { title: 'x'.repeat(121) }],
  ['title-length', {}],
  ['title-characters', { title: 'a\u202eb' }],
  ['purpose-length', { title: 'Test', purpose: 'x'.repeat(501) }],
  ['purpose-characters', { title: 'Test', purpose: 'a\u0007b' }],
  ['perspectives-length', { title: 'Test', perspectives: Array.from({ length: 13 }, (_, index) => `p${index}`) }],
  ['perspective-twice', { title: 'Test', perspectives: ['Rijk', 'rijk'] }],
  ['perspective-characters', { title: 'Test', perspectives: ['a\u200bb'] }],
])('[W2] refuses %s', async (code, body) => {
  expect(await facilitator.refusal(makeWorkshop, {}, { body })).toBe(code);
});

it('[W2] changes what is given and leaves the rest', async () => {
  const { workshopId: workshop } = await makeTestWorkshop(facilitator, ['Rijk']);
  await facilitator.ask(
    changeWorkshop,
    { workshop },
    { method: 'PATCH', body: { title: '  Nieuwe  titel ', purpose: 'Regel een\r\nregel twee' } },
  );
  expect(await facilitator.state(workshop)).toMatchObject({
    title: 'Nieuwe titel',
    purpose: 'Regel een\nregel twee',
    perspectives: ['Rijk'],
  });
});

it('[W1] somebody inside who is not the owner cannot run the workshop', async () => {
  const { workshopId: workshop, tokens } = await makeTestWorkshop(facilitator);
  const { browser, joined } = await joinAs('Testpersoon', tokens.participant);
  const { body: round } = { body: { budget: 3, cap: 1 } };
  expect(await browser.refusal(endWorkshop, { workshop })).toBe('not-facilitator');
  expect(await browser.refusal(changeWorkshop, { workshop }, { method: 'PATCH', body: { title: 'Nee' } })).toBe(
    'not-facilitator',
  );
  expect(await browser.refusal(startRound, { workshop }, { body: round })).toBe('not-facilitator');
  expect(await browser.refusal(endRound, { workshop, round: crypto.randomUUID() })).toBe('not-facilitator');
  expect(
    await browser.refusal(removeFromWorkshop, { workshop, participant: joined.participantId }, { method: 'DELETE' }),
  ).toBe('not-facilitator');
  expect(await browser.refusal(myWorkshops, {}, { method: 'GET' })).toBe('signed-out');
});

it('[W1] another user of the installation is not the facilitator', async () => {
  const { workshopId } = await makeTestWorkshop(facilitator);
  const owner = await database.pool.query(
    "INSERT INTO users (id, email) VALUES (gen_random_uuid(), 'ander@knooppunt.invalid') RETURNING id",
  );
  await database.pool.query('UPDATE workshops SET owner_id = $1 WHERE id = $2', [owner.rows[0]?.id, workshopId]);
  expect(await facilitator.refusal(endWorkshop, { workshop: workshopId })).toBe('forbidden');
});

it('[W4] closing is for good: read-only for all, and those inside read on', async () => {
  const { workshopId: workshop, tokens, boardId } = await makeTestWorkshop(facilitator);
  const { browser } = await joinAs('Testpersoon', tokens.participant);
  await facilitator.ask(endWorkshop, { workshop });
  const { closedAt } = await facilitator.state(workshop);
  await facilitator.ask(endWorkshop, { workshop });
  expect((await facilitator.state(workshop)).closedAt).toBe(closedAt);
  for (const person of [browser, facilitator]) {
    expect((await person.state(workshop)).me).toMatchObject({ canWrite: false, canVote: false });
    expect(await authorizeBoard(person.cookieHeader, boardId)).toMatchObject({ ok: true, actor: { canWrite: false } });
  }
  expect(await facilitator.refusal(startRound, { workshop }, { body: { budget: 3, cap: 1 } })).toBe('workshop-closed');
  expect(await facilitator.refusal(changeWorkshop, { workshop }, { method: 'PATCH', body: { title: 'Nee' } })).toBe(
    'workshop-closed',
  );
});

it("[W1] lists the owner's workshops, newest first, with people and an open round", async () => {
  const { workshopId, tokens } = await makeTestWorkshop(facilitator);
  await joinAs('Testpersoon', tokens.participant);
  await facilitator.ask(startRound, { workshop: workshopId }, { body: { budget: 3, cap: 1 } });
  const [first] = await facilitator.ask<WorkshopSummary[], object>(myWorkshops, {}, { method: 'GET' });
  expect(first).toMatchObject({ id: workshopId, participants: 1, roundOpen: true, closedAt: null });
});

it('[H7] the template is public, complete, and asked again only when it changed', async () => {
  const browser = new RouteBrowser();
  const answer = await browser.send(showTemplate, { slug: 'probleem-en-oorzakenschema' }, { method: 'GET' });
  const template = (await answer.json()) as Record<string, unknown[]>;
  expect(template.layers).toHaveLength(12);
  expect(template.interventionPoints).toHaveLength(25);
  const etag = answer.headers.get('etag') ?? '';
  const again = await browser.send(
    showTemplate,
    { slug: 'probleem-en-oorzakenschema' },
    { method: 'GET', headers: { 'If-None-Match': etag } },
  );
  expect(again.status).toBe(304);
  expect(await browser.refusal(showTemplate, { slug: 'bestaat-niet' }, { method: 'GET' })).toBe('unknown-template');
});

it('[H7] no statement changes or removes a template version', async () => {
  await expect(database.pool.query('UPDATE template_versions SET version = 2')).rejects.toThrow('immutable');
  await expect(database.pool.query('DELETE FROM template_versions')).rejects.toThrow('immutable');
});
