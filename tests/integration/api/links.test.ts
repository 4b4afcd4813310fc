import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { LinkView } from '@/lib/api/contracts';
import { endLink, makeLink, showLinks } from '@/lib/http/links/workshop-links';
import { readJoinPage } from '@/lib/http/pages/read-join-page';
import { forgetTries, WRONG_CODES } from '@/lib/http/people/code-tries';
import { join } from '@/lib/http/people/join';
import { joinByCodeForm } from '@/lib/http/people/join-by-code-form';
import { keepJoinToken } from '@/lib/http/people/keep-join-token';
import { endWorkshop } from '@/lib/http/workshops/end-workshop';
import type { TestDatabase } from '../../support/create-test-database';
import {
  codeOf,
  joinAs,
  makeTestWorkshop,
  openTestInstallation,
  RouteBrowser,
  signedInFacilitator,
  TEST_URL,
} from '../../support/route-browser';

let database: TestDatabase;
let facilitator: RouteBrowser;
beforeAll(async () => {
  database = await openTestInstallation();
  facilitator = await signedInFacilitator();
});
beforeEach(forgetTries);
afterAll(() => database.drop());

const linksOf = (workshop: string) =>
  facilitator.ask<LinkView[], { workshop: string }>(showLinks, { workshop }, { method: 'GET' });
const refusalFor = (token: string, browser = new RouteBrowser()) =>
  browser.refusal(join, {}, { body: { token, name: 'Testpersoon' } });
const expire = (workshopId: string) =>
  database.pool.query("UPDATE join_links SET expires_at = now() - interval '1 second' WHERE workshop_id = $1", [
    workshopId,
  ]);

it('[L1] a link holds 32 bytes that are stored nowhere', async () => {
  const { workshopId, tokens } = await makeTestWorkshop(facilitator);
  expect(Buffer.from(tokens.participant, 'base64url')).toHaveLength(32);
  expect(tokens.participant).not.toBe(tokens.observer);
  const { rows } = await database.pool.query('SELECT * FROM join_links WHERE workshop_id = $1', [workshopId]);
  const stored = JSON.stringify(rows);
  expect(stored).not.toContain(tokens.participant);
  expect(stored).not.toContain(Buffer.from(tokens.participant, 'base64url').toString('hex'));
});

it('[L1] an unknown, an empty and a made-up link let nobody in', async () => {
  for (const token of ['', 'A'.repeat(43), "' OR 1=1 --"]) expect(await refusalFor(token)).toBe('link-unknown');
});

it('[L6] the facilitator, and nobody else, sees link, code and QR code again', async () => {
  const { workshopId, tokens } = await makeTestWorkshop(facilitator);
  const first = await linksOf(workshopId);
  expect(await linksOf(workshopId)).toEqual(first);
  const link = first.find(({ role }) => role === 'participant');
  expect(link?.url).toBe(`${TEST_URL}/m/${tokens.participant}`);
  expect(link?.code).toMatch(/^[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}$/);
  expect(link?.qr).toMatch(/^<svg/);
  const { browser } = await joinAs('Nieuwsgierig', tokens.participant);
  expect(await browser.refusal(showLinks, { workshop: workshopId }, { method: 'GET' })).toBe('not-facilitator');
});

it('[L4] [L5] an expired link lets nobody new in; who is inside stays', async () => {
  const { workshopId, tokens } = await makeTestWorkshop(facilitator);
  const { browser, joined } = await joinAs('Binnen', tokens.participant);
  await expire(workshopId);
  expect(await refusalFor(tokens.participant)).toBe('link-expired');
  expect((await joinAs('Binnen', tokens.participant, browser)).joined).toEqual(joined);
  expect((await browser.state(workshopId)).me.canWrite).toBe(true);
});

it('[L4] a link lives thirty days', async () => {
  const { workshopId } = await makeTestWorkshop(facilitator);
  const days = (await linksOf(workshopId)).map(({ expiresAt }) => (Date.parse(expiresAt) - Date.now()) / 86_400_000);
  for (const left of days) expect(left).toBeCloseTo(30, 2);
});

it('[L5] [L6] a new link revokes the old one of its role; revoking keeps those inside', async () => {
  const { workshopId, tokens } = await makeTestWorkshop(facilitator);
  const { browser } = await joinAs('Binnen', tokens.participant);
  const made = await facilitator.ask<LinkView, { workshop: string }>(
    makeLink,
    { workshop: workshopId },
    { body: { role: 'participant' } },
  );
  expect(await refusalFor(tokens.participant)).toBe('link-revoked');
  expect((await browser.state(workshopId)).me.name).toBe('Binnen');
  await joinAs('Nieuw', made.url.split('/m/')[1] ?? '');
  await joinAs('Kijker', tokens.observer);
  await facilitator.ask(endLink, { workshop: workshopId, link: made.id }, { method: 'DELETE' });
  expect(await refusalFor(made.url.split('/m/')[1] ?? '')).toBe('link-revoked');
  const foreign = { workshop: workshopId, link: crypto.randomUUID() };
  expect(await facilitator.refusal(endLink, foreign, { method: 'DELETE' })).toBe('link-unknown');
});

it('[W4] links of a closed workshop let nobody in', async () => {
  const { workshopId, tokens } = await makeTestWorkshop(facilitator);
  await facilitator.ask(endWorkshop, { workshop: workshopId });
  expect(await refusalFor(tokens.participant)).toBe('link-closed');
  expect(await facilitator.refusal(makeLink, { workshop: workshopId }, { body: { role: 'observer' } })).toBe(
    'workshop-closed',
  );
});

it('[L2] [L3] the short code lets in, typed in any case, with or without dash', async () => {
  const { codes, workshopId } = await makeTestWorkshop(facilitator);
  for (const code of [
    codes.participant,
    codes.participant.replace('-', '').toLowerCase(),
    ` ${codes.participant.replace('-', ' ')} `,
  ]) {
    const joined = await new RouteBrowser().ask<{ workshopId: string }, object>(
      join,
      {},
      { body: { code, name: 'Typer' } },
    );
    expect(joined.workshopId).toBe(workshopId);
  }
  const { rows } = await database.pool.query('SELECT code_hash FROM join_links');
  expect(JSON.stringify(rows)).not.toContain(codes.participant);
});

it('[L7] ten wrong codes stop a browser, not the link; the sentence says when to try again', async () => {
  const { codes } = await makeTestWorkshop(facilitator);
  const guesser = new RouteBrowser();
  const guess = (code: string) => guesser.send(join, {}, { body: { code, name: 'Gokker' } });
  for (let turn = 0; turn < WRONG_CODES.browser.points; turn++)
    expect(await codeOf(await guess('AAAA-AAA2'))).toBe('code-unknown');
  const refused = await guess(codes.participant);
  expect(refused.status).toBe(429);
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(3_000);
  expect(((await refused.json()) as { error: { message: string } }).error.message).toMatch(/over \d+ minuten/);
  expect((await new RouteBrowser().send(join, {}, { body: { code: codes.participant, name: 'Ander' } })).status).toBe(
    200,
  );
});

it('[L7] fifty wrong codes at once do not slip through', async () => {
  const guesser = new RouteBrowser();
  guesser.cookies.set('kp-tries', 'een-vaste-browser');
  const guess = () => guesser.send(join, {}, { body: { code: 'AAAA-AAA2', name: 'Gokker' } });
  const codes = await Promise.all((await Promise.all(Array.from({ length: 50 }, guess))).map(codeOf));
  expect(codes.filter((code) => code === 'code-unknown')).toHaveLength(WRONG_CODES.browser.points);
});

it('[L7] throwing the cookie away moves the count to the address; right codes of a hall do not count', async () => {
  const { codes } = await makeTestWorkshop(facilitator);
  const headers = { 'x-knooppunt-address': '192.0.2.1' };
  const guess = (code: string) => new RouteBrowser().send(join, {}, { body: { code, name: 'Gokker' }, headers });
  for (let turn = 0; turn < 20; turn++) expect((await guess(codes.participant)).status).toBe(200);
  const wrong = await Promise.all(Array.from({ length: WRONG_CODES.address.points + 20 }, () => guess('AAAA-AAA2')));
  expect(wrong.filter(({ status }) => status === 404)).toHaveLength(WRONG_CODES.address.points);
  expect((await guess(codes.participant)).status).toBe(429);
  const elsewhere = { 'x-knooppunt-address': '192.0.2.2' };
  expect(
    (await new RouteBrowser().send(join, {}, { body: { code: codes.participant, name: 'Ander' }, headers: elsewhere }))
      .status,
  ).toBe(200);
});

it('[L7] nothing is remembered of a browser whose address may not try', async () => {
  const spent = { 'x-knooppunt-address': '192.0.2.3' };
  const guess = (browser: RouteBrowser, headers: Record<string, string>) =>
    browser.send(join, {}, { body: { code: 'AAAA-AAA2', name: 'Gokker' }, headers });
  await Promise.all(Array.from({ length: WRONG_CODES.address.points }, () => guess(new RouteBrowser(), spent)));
  const browser = new RouteBrowser();
  browser.cookies.set('kp-tries', 'nog-een-vaste-browser');
  for (let turn = 0; turn < 20; turn++) expect((await guess(browser, spent)).status).toBe(429);
  expect((await guess(browser, { 'x-knooppunt-address': '192.0.2.4' })).status).toBe(404);
});

it('[L8] the link becomes a cookie and a clean address, and the join needs no token', async () => {
  const { tokens, workshopId } = await makeTestWorkshop(facilitator, ['Rijk']);
  const browser = new RouteBrowser();
  const answer = await browser.send(keepJoinToken, { token: tokens.participant }, { method: 'GET' });
  expect([answer.status, answer.headers.get('location')]).toEqual([303, '/meedoen']);
  for (const line of answer.headers.getSetCookie())
    expect(line).toMatch(/; Path=\/; Max-Age=\d+; HttpOnly; SameSite=Lax$/);
  expect(await readJoinPage(browser.cookieHeader)).toMatchObject({
    state: 'open',
    workshopId,
    role: 'participant',
    perspectives: ['Rijk'],
    alreadyAs: null,
  });
  const joined = await browser.ask<{ workshopId: string }, object>(join, {}, { body: { name: 'Zonder link' } });
  expect(joined.workshopId).toBe(workshopId);
  expect(browser.cookies.has('kp-join')).toBe(false);
  await browser.send(keepJoinToken, { token: tokens.participant }, { method: 'GET' });
  expect(await readJoinPage(browser.cookieHeader)).toMatchObject({
    alreadyAs: { name: 'Zonder link', role: 'participant' },
  });
});

it('[L8] the join page tells an unknown, a revoked, an expired and a closed link apart', async () => {
  const { workshopId, tokens } = await makeTestWorkshop(facilitator);
  const browser = new RouteBrowser();
  const stateFor = async (token: string) => {
    await browser.send(keepJoinToken, { token }, { method: 'GET' });
    return (await readJoinPage(browser.cookieHeader)).state;
  };
  expect((await readJoinPage('')).state).toBe('unknown');
  expect(await stateFor('geen-link')).toBe('unknown');
  expect(await stateFor('A'.repeat(43))).toBe('unknown');
  await facilitator.ask(makeLink, { workshop: workshopId }, { body: { role: 'participant' } });
  expect(await stateFor(tokens.participant)).toBe('revoked');
  await expire(workshopId);
  expect(await stateFor(tokens.observer)).toBe('expired');
  await facilitator.ask(endWorkshop, { workshop: workshopId });
  expect(await stateFor(tokens.observer)).toBe('closed');
});

it('[L3] [L7] the code field works as a plain form, and goes back with a code for the sentence', async () => {
  const { codes, workshopId } = await makeTestWorkshop(facilitator);
  const form = (code: string) => {
    const raw = new URLSearchParams({ code }).toString();
    // Forms of pages without a referrer come with this Origin.
    return {
      raw,
      headers: {
        Origin: 'null',
        'Content-Type': 'application/x-www-form-urlencoded',
        'Content-Length': String(raw.length),
      },
    };
  };
  const browser = new RouteBrowser();
  const right = await browser.send(joinByCodeForm, {}, form(codes.observer));
  expect([right.status, right.headers.get('location')]).toEqual([303, '/meedoen']);
  expect(await readJoinPage(browser.cookieHeader)).toMatchObject({ workshopId, role: 'observer' });
  const wrong = await browser.send(joinByCodeForm, {}, form('AAAA-AAA2'));
  expect(wrong.headers.get('location')).toBe('/?melding=code-unknown');
});

it.each([
  ['application/json', '{}'],
  ['multipart/form-data; boundary=q', '--q'],
])('[H4] the code field sent as %s gets a sentence', async (type, raw) => {
  const headers = { Origin: 'null', 'Content-Type': type, 'Content-Length': String(raw.length) };
  expect(await new RouteBrowser().refusal(joinByCodeForm, {}, { raw, headers })).toBe('wrong-content-type');
});
