import { request as httpRequest, type IncomingMessage } from 'node:http';
import { type AddressInfo, createServer as createTcpServer } from 'node:net';
import { json } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { closeDatabase } from '@/lib/db/client';
import { join } from '@/lib/http/people/join';
import { showHealth } from '@/lib/http/show-health';
import { showTemplate } from '@/lib/http/templates/show-template';
import { makeWorkshop } from '@/lib/http/workshops/make-workshop';
import { showWorkshop } from '@/lib/http/workshops/show-workshop';
import { createHttpServer } from '@/server/http-server';
import type { TestDatabase } from '../../support/create-test-database';
import { freePort } from '../../support/free-port';
import {
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
afterAll(() => database.drop());

const make = (sending: object) => facilitator.refusal(makeWorkshop, {}, { body: { title: 'Testsessie' }, ...sending });
const count = async () => (await database.pool.query('SELECT 1 FROM workshops')).rowCount;

it.each([
  ['another site', { Origin: 'https://elders.example' }],
  ['another port of this host', { Origin: 'http://127.0.0.1:9999' }],
  ['no origin', { Origin: '' }],
  ['an opaque origin', { Origin: 'null' }],
  ['a page of another site', { 'Sec-Fetch-Site': 'cross-site' }],
  ['an origin with a path', { Origin: `${TEST_URL}/pad` }],
])('[H1] refuses a change from %s', async (_what, headers) => {
  const before = await count();
  expect(await make({ headers })).toBe('foreign-origin');
  expect(await count()).toBe(before);
});

it('[H1] takes a change from the address it was sent to, when that is another name of this machine', async () => {
  const headers = { Host: 'laptop.local:4300', Origin: 'http://laptop.local:4300' };
  expect((await facilitator.send(makeWorkshop, {}, { body: { title: 'Test' }, headers })).status).toBe(201);
});

it.each([
  ['not-json', { raw: '{"title": ' }],
  ['not-json', { raw: Buffer.from([0x22, 0xff, 0x22]) }],
  ['wrong-body', { raw: '{"title": "Test", "__proto__": {"a": 1}}' }],
  ['wrong-body', { raw: `{"title": "Test", "x": ${'['.repeat(1_000)}${']'.repeat(1_000)}}` }],
  ['wrong-body', { raw: '[]' }],
  ['wrong-body', { raw: 'null' }],
  ['body-too-large', { raw: JSON.stringify({ title: 'x'.repeat(64 * 1024) }) }],
  ['wrong-content-type', { raw: 'title=Test', headers: { 'Content-Type': 'application/x-www-form-urlencoded' } }],
  ['wrong-content-type', { raw: '{"title": "Test"}', headers: { 'Content-Type': 'text/plain' } }],
])('[H2] refuses a body that is %s', async (code, sending) => {
  const before = await count();
  expect(await make(sending)).toBe(code);
  expect(await count()).toBe(before);
});

it('[H4] [H5] a refusal is JSON with a sentence that nobody keeps', async () => {
  const answer = await new RouteBrowser().send(showWorkshop, { workshop: crypto.randomUUID() }, { method: 'GET' });
  expect(answer.status).toBe(401);
  expect(answer.headers.get('cache-control')).toBe('no-store');
  expect(await answer.json()).toEqual({
    error: { code: 'signed-out', message: 'U bent niet aangemeld. Open de link of de code van de werksessie opnieuw.' },
  });
});

it('[H4] a workshop that is no id, or is not there, is refused alike', async () => {
  for (const workshop of ["' OR 1=1", crypto.randomUUID()]) {
    expect(await facilitator.refusal(showWorkshop, { workshop }, { method: 'GET' })).toBe('unknown-workshop');
  }
});

it('[H4] a template with a name that no database takes is one that is not there', async () => {
  for (const slug of ['\0', 'a\0b', '../x', 'x'.repeat(5_000)]) {
    expect(await facilitator.refusal(showTemplate, { slug }, { method: 'GET' })).toBe('unknown-template');
  }
  expect(await make({ body: { title: 'Testsessie', template: 'x\0' } })).toBe('unknown-template');
});

it('[H4] an address in another case is another address: what is kept in memory has one name', async () => {
  const { workshopId } = await makeTestWorkshop(facilitator);
  const workshop = workshopId.toUpperCase();
  expect(await facilitator.refusal(showWorkshop, { workshop }, { method: 'GET' })).toBe('unknown-workshop');
});

it.each([
  ['TRACE', '/api/workshops', 405],
  ['GET', '/api/workshops/%F0%9F', 400],
  ['GET', '/w/%', 400],
  ['OPTIONS', '*', 400],
  ['GET', 'http://elders.example/api/health', 400],
])('[H4] %s %s gets a sentence before it gets to the pages', async (method, path, status) => {
  const server = createHttpServer(
    async (_request, response) => void response.writeHead(500).end(),
    () => undefined,
  );
  const port = await freePort();
  await server.listen(port, '127.0.0.1');
  const answer = await new Promise<IncomingMessage>((resolve) => {
    httpRequest({ host: '127.0.0.1', port, method, path }, resolve).end();
  });
  expect(answer.statusCode).toBe(status);
  expect(await json(answer)).toMatchObject({ error: { message: expect.stringMatching(/^D.+\.$/) } });
  await server.close();
});

it('[H4] a bug gives a sentence, not its message', async () => {
  const { tokens, workshopId } = await makeTestWorkshop(facilitator);
  await database.pool.query('DELETE FROM boards WHERE workshop_id = $1', [workshopId]);
  const answer = await new RouteBrowser().send(join, {}, { body: { token: tokens.participant, name: 'Kanarie' } });
  expect(answer.status).toBe(500);
  const text = await answer.text();
  expect(text).toContain('"code":"internal"');
  expect(text).not.toMatch(/Kanarie|prisma|at .*\.ts/i);
});

it('[H4] without a database health says so, and with it again it does too', async () => {
  const browser = new RouteBrowser();
  expect((await browser.send(showHealth, {}, { method: 'GET' })).status).toBe(200);
  await closeDatabase();
  const { env } = await import('@/lib/env');
  const at = env() as { DATABASE_URL: string };
  const good = at.DATABASE_URL;
  at.DATABASE_URL = 'postgresql://niemand@127.0.0.1:4399/weg';
  expect(await browser.refusal(showHealth, {}, { method: 'GET' })).toBe('unavailable');
  await closeDatabase();
  at.DATABASE_URL = good;
  expect((await browser.send(showHealth, {}, { method: 'GET' })).status).toBe(200);
});

it('[H4] a database that hangs is away within two seconds, not when it comes to', async () => {
  const silent = createTcpServer();
  await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
  await closeDatabase();
  const { env } = await import('@/lib/env');
  const at = env() as { DATABASE_URL: string };
  const good = at.DATABASE_URL;
  at.DATABASE_URL = `postgresql://niemand@127.0.0.1:${(silent.address() as AddressInfo).port}/stil`;
  const asked = performance.now();
  expect(await new RouteBrowser().refusal(showHealth, {}, { method: 'GET' })).toBe('unavailable');
  expect(performance.now() - asked).toBeLessThan(5_000);
  silent.close();
  at.DATABASE_URL = good;
  await closeDatabase();
}, 30_000);
