import { afterAll, beforeAll, expect, it } from 'vitest';
import { createSignInLink } from '@/lib/auth/sign-in-link';
import { prisma } from '@/lib/db/client';
import { signIn } from '@/lib/http/session/sign-in';
import { myWorkshops } from '@/lib/http/workshops/my-workshops';
import type { TestDatabase } from '../../support/create-test-database';
import { openTestInstallation, RouteBrowser, signedInFacilitator, TEST_URL } from '../../support/route-browser';

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestInstallation();
});
afterAll(() => database.drop());

async function newToken(): Promise<string> {
  const link = new URL(await createSignInLink(prisma(), TEST_URL));
  expect(link.pathname).toBe('/inloggen');
  return link.searchParams.get('sleutel') ?? '';
}

const press = (token: unknown, browser = new RouteBrowser()) => browser.refusal(signIn, {}, { body: { token } });
const isSignedIn = async (browser: RouteBrowser) =>
  (await browser.send(myWorkshops, {}, { method: 'GET' })).status === 200;

it('[A1] the link signs in once, for the one facilitator', async () => {
  const token = await newToken();
  const browser = new RouteBrowser();
  await browser.ask(signIn, {}, { body: { token } });
  expect(await isSignedIn(browser)).toBe(true);
  expect(await press(token)).toBe('sign-in-link-used');
  const users = await database.pool.query('SELECT email, name FROM users');
  expect(users.rows).toEqual([{ email: 'begeleider@knooppunt.invalid', name: 'Begeleider' }]);
});

it('[A1] an expired, a made-up and an absent token sign nobody in', async () => {
  const token = await newToken();
  const lives = await database.pool.query<{ minutes: string }>(
    'SELECT extract(epoch FROM max(expires) - now()) / 60 AS minutes FROM verification_tokens',
  );
  expect(Number(lives.rows[0]?.minutes)).toBeCloseTo(15, 0);
  await database.pool.query("UPDATE verification_tokens SET expires = now() - interval '1 second'");
  for (const wrong of [token, 'A'.repeat(43), '', 'x'.repeat(300), 7])
    expect(await press(wrong)).toBe('sign-in-link-used');
});

it('[A1] the database holds only the hash of a link', async () => {
  const token = await newToken();
  const { rows } = await database.pool.query('SELECT * FROM verification_tokens');
  expect(JSON.stringify(rows)).not.toContain(token);
});

it('[A2] two presses at once start one session', async () => {
  const token = await newToken();
  const count = async () => (await database.pool.query('SELECT 1 FROM sessions')).rowCount ?? 0;
  const before = await count();
  const outcomes = await Promise.all([press(token), press(token), press(token)]);
  expect(outcomes.filter((code) => code === 'sign-in-link-used')).toHaveLength(2);
  expect(await count()).toBe(before + 1);
});

it('[A3] sessions are stored as hashes, end after 14 days, and cannot be made up', async () => {
  const browser = await signedInFacilitator();
  const token = browser.cookies.get('kp-session') ?? '';
  const { rows } = await database.pool.query<{ expires: Date }>('SELECT * FROM sessions');
  expect(JSON.stringify(rows)).not.toContain(token);
  expect(((rows.at(-1)?.expires.getTime() ?? 0) - Date.now()) / 86_400_000).toBeCloseTo(14, 1);
  const forged = new RouteBrowser();
  forged.cookies.set('kp-session', `${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}`);
  expect(await isSignedIn(forged)).toBe(false);
  await database.pool.query("UPDATE sessions SET expires = now() - interval '1 second'");
  expect(await isSignedIn(browser)).toBe(false);
});

it('[A3] [H3] the session cookie cannot be read by scripts', async () => {
  const answer = await new RouteBrowser().send(signIn, {}, { body: { token: await newToken() } });
  const [line = ''] = answer.headers.getSetCookie();
  expect(line).toMatch(/^kp-session=[\w-]{43};/);
  for (const part of ['HttpOnly', 'SameSite=Lax', 'Path=/']) expect(line).toContain(part);
  expect(line).not.toContain('Secure');
});

it('[A2] signing in again on one browser ends the session it had', async () => {
  const browser = await signedInFacilitator();
  const first = new RouteBrowser();
  first.cookies.set('kp-session', browser.cookies.get('kp-session') ?? '');
  await browser.ask(signIn, {}, { body: { token: await newToken() } });
  expect(await isSignedIn(browser)).toBe(true);
  expect(await isSignedIn(first)).toBe(false);
});
