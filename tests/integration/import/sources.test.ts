/** Documents over HTTP: looking stores nothing, storing stores what was looked at. */
import { createHash } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ImportedSource, SourcePreview, SourceView } from '@/lib/api/evidence-contracts';
import { evidencePaths, MAX_SOURCE_BYTES } from '@/lib/api/evidence-contracts';
import { inPgTransaction } from '@/lib/db/pg-transaction';
import { storeSource } from '@/lib/db/sources';
import { parseSource } from '@/lib/domain/evidence/parse-source';
import { reportSource } from '@/lib/domain/evidence/report-source';
import { importSource } from '@/lib/http/sources/import-source';
import { previewSource } from '@/lib/http/sources/preview-source';
import { showSources } from '@/lib/http/sources/show-sources';
import type { TestDatabase } from '../../support/create-test-database';
import { inventedSource } from '../../support/invented-source';
import { codeOf, openTestInstallation, RouteBrowser, signedInFacilitator, TEST_URL } from '../../support/route-browser';

let database: TestDatabase;
let facilitator: RouteBrowser;
beforeAll(async () => {
  database = await openTestInstallation();
  facilitator = await signedInFacilitator();
});
afterAll(() => database.drop());
beforeEach(async () => {
  await database.pool.query('DELETE FROM source_documents');
});

const at = (handler: (request: Request) => Promise<Response>, path: string) => (request: Request) =>
  handler(new Request(TEST_URL + path, request));

const BYTES = { 'Content-Type': 'application/octet-stream' };
type Sent = { name?: string; sha256?: string; by?: RouteBrowser; headers?: Record<string, string> };

const preview = (text: BodyInit, { name = 'bron.md', by = facilitator, headers = {} }: Sent = {}) =>
  by.send(at(previewSource, evidencePaths.previewSource(name)), {}, { raw: text, headers: { ...BYTES, ...headers } });
const store = (text: BodyInit, { name = 'bron.md', sha256 = '', by = facilitator }: Sent = {}) =>
  by.send(at(importSource, evidencePaths.storeSource(name, sha256)), {}, { raw: text, headers: BYTES });
const list = async (): Promise<SourceView[]> => facilitator.ask(showSources, {}, { method: 'GET' });
const hashOf = (text: string) => createHash('sha256').update(text).digest('hex');
const rows = async (table: string) => (await database.pool.query(`SELECT 1 FROM ${table}`)).rowCount;

it('[IM9] a preview counts exactly and stores nothing', async () => {
  const answer = await preview(inventedSource());
  expect(answer.status).toBe(200);
  const { report, version, same, sha256 } = (await answer.json()) as SourcePreview;
  expect({ version, same, sha256 }).toEqual({ version: 1, same: false, sha256: hashOf(inventedSource()) });
  expect(report.title).toBe('Verzonnen bron');
  expect(report.totals.texts).toBe(8);
  expect(await rows('source_documents')).toBe(0);
});

it('[IM8] stores what was looked at; a second time is a new version and the old one stays', async () => {
  const text = inventedSource();
  const first = await store(text, { sha256: hashOf(text) });
  expect(first.status).toBe(201);
  const { version, newest, totals } = (await first.json()) as ImportedSource;
  expect({ version, newest, texts: totals.texts }).toEqual({ version: 1, newest: true, texts: 8 });
  expect(((await (await preview(text)).json()) as SourcePreview).same).toBe(true);
  const longer = inventedSource({ chapters: 3 });
  expect((await store(longer, { sha256: hashOf(longer) })).status).toBe(201);
  expect((await list()).map((one) => [one.version, one.newest, one.totals.texts])).toEqual([
    [2, true, 12],
    [1, false, 8],
  ]);
  expect(await rows('source_passages')).toBe(20);
});

it('[IM6] the longest piece of text that is taken can be stored; a longer one is refused when it is looked at', async () => {
  const words = Array.from({ length: 30_000 }, (_, at) => `w${at.toString(36)}`).join(' ');
  const withPiece = (length: number) => `${inventedSource()}\n\n${words.slice(0, length - 1)}w\n`;
  const longest = withPiece(100_000);
  expect((await store(longest, { sha256: hashOf(longest) })).status).toBe(201);
  expect(await codeOf(await preview(withPiece(100_001)))).toBe('document-too-heavy');
});

it('[IM8] a connection that is cut in the middle costs that import alone, not the server', async () => {
  const cut = inPgTransaction(database.pool, async (db) => {
    await db.query('INSERT INTO search_boards (board_id, seq) VALUES (gen_random_uuid(), 1)');
    const { rows: mine } = await db.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
    const ended = new Promise((resolve) => db.once('end', resolve));
    await database.pool.query('SELECT pg_terminate_backend($1)', [mine[0]?.pid]);
    // Nobody asks anything at this moment, so the break is an event and no answer.
    await ended;
    await db.query('SELECT 1');
  });
  await expect(cut).rejects.toThrow();
  expect(await rows('search_boards')).toBe(0);
});

it('[IM8] sections hang under the section above them, passages keep their order', async () => {
  const text = inventedSource({ chapters: 2, passages: 2 });
  await store(text, { sha256: hashOf(text) });
  const { rows: sections } = await database.pool.query(
    `SELECT section.title, parent.title AS under FROM source_sections section
     LEFT JOIN source_sections parent ON parent.id = section.parent_id WHERE section.number IS NOT NULL ORDER BY section."order"`,
  );
  expect(sections.filter(({ title }) => title === 'Verzonnen paragraaf').map(({ under }) => under)).toEqual([
    'Verzonnen hoofdstuk 1',
    'Verzonnen hoofdstuk 2',
  ]);
  const { rows: passages } = await database.pool.query('SELECT "order", text FROM source_passages ORDER BY "order"');
  expect(passages.map(({ order }) => order)).toEqual([0, 1, 2, 3, 4, 5]);
  expect(passages[4]?.text).toContain('Verzonnen alinea 2 van hoofdstuk 2');
});

it('[IM8] two imports of one document at once get two versions, both whole', async () => {
  const parsed = parseSource(inventedSource(), 'bron.md');
  if (!parsed.ok) throw new Error(parsed.refusal);
  const { source } = parsed;
  const report = reportSource(source, null);
  const sha256 = Buffer.from(hashOf('x'), 'hex');
  const once = () => storeSource(database.pool, { source, report, sha256, fileName: 'bron.md', importedBy: null });
  const stored = await Promise.all([once(), once(), once()]);
  expect(stored.map(({ version }) => version).toSorted()).toEqual([1, 2, 3]);
  expect(await rows('source_passages')).toBe(24);
});

it('[IM8] a failure half-way leaves nothing', async () => {
  const parsed = parseSource(inventedSource(), 'bron.md');
  if (!parsed.ok) throw new Error(parsed.refusal);
  const [section] = parsed.source.sections;
  section?.passages.push({ kind: 'text', text: 'verzonnen \u0000', anchor: null, line: 1 });
  const { source } = parsed;
  const given = {
    source,
    report: reportSource(source, null),
    sha256: Buffer.alloc(32),
    fileName: 'bron.md',
    importedBy: null,
  };
  await expect(storeSource(database.pool, given)).rejects.toThrow();
  expect([await rows('source_documents'), await rows('source_sections')]).toEqual([0, 0]);
});

it('[IM8] stores as many passages as the largest document has within two seconds', async () => {
  const text = inventedSource({ chapters: 100, passages: 27 });
  const parsed = parseSource(text, 'bron.md');
  if (!parsed.ok) throw new Error(parsed.refusal);
  const { source } = parsed;
  const report = reportSource(source, null);
  const from = performance.now();
  await storeSource(database.pool, { source, report, sha256: Buffer.alloc(32), fileName: 'bron.md', importedBy: null });
  expect(performance.now() - from).toBeLessThan(2_000);
  expect(await rows('source_passages')).toBe(2_800);
});

describe('what is refused', () => {
  it('[IM9] another file than the one that was looked at', async () => {
    expect(await codeOf(await store(inventedSource(), { sha256: hashOf('iets anders') }))).toBe('import-changed');
    expect(await rows('source_documents')).toBe(0);
  });

  it('[IM10] more bytes than are allowed, also when the headers say otherwise, without reading on', async () => {
    expect(await codeOf(await preview(new Uint8Array(MAX_SOURCE_BYTES + 1)))).toBe('document-too-large');
    let given = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        given += 1024 * 1024;
        controller.enqueue(new Uint8Array(1024 * 1024));
      },
    });
    const url = TEST_URL + evidencePaths.previewSource('groot.txt');
    const headers = { ...BYTES, Cookie: facilitator.cookieHeader, Host: new URL(TEST_URL).host, Origin: TEST_URL };
    const init = { method: 'POST', headers, body: endless, duplex: 'half' } as RequestInit;
    expect(await codeOf(await previewSource(new Request(url, init)))).toBe('document-too-large');
    expect(given).toBeLessThan(MAX_SOURCE_BYTES + 4 * 1024 * 1024);
  });

  it('[IM11] whoever is not signed in, and another site', async () => {
    expect(await codeOf(await preview(inventedSource(), { by: new RouteBrowser() }))).toBe('signed-out');
    const headers = { Origin: 'https://elders.example' };
    expect(await codeOf(await preview(inventedSource(), { headers }))).toBe('foreign-origin');
    expect(await new RouteBrowser().refusal(showSources, {}, { method: 'GET' })).toBe('signed-out');
  });

  it('[IM11] a second document while the first is still being read', async () => {
    const answers = await Promise.all([preview(inventedSource()), preview(inventedSource())]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    expect((await preview(inventedSource())).status).toBe(200);
  });

  it.each(['', `${'x'.repeat(201)}.txt`, 'bron\u202e.txt', 'bron\u0000.txt'])(
    '[IM11] the file name %j',
    async (name) => {
      expect(await codeOf(await preview(inventedSource(), { name }))).toBe('import-name');
    },
  );

  it('[IM1] [IM9] a file without meaning, with its sentence, storing nothing', async () => {
    expect(await codeOf(await preview(''))).toBe('document-empty');
    expect(['source-unknown', 'source-not-text', 'source-incomplete']).toContain(
      await codeOf(await preview('zomaar een briefje', { name: 'a.txt' })),
    );
    expect(await codeOf(await store('', { sha256: hashOf('') }))).toBe('document-empty');
    expect(await rows('source_documents')).toBe(0);
  });
});

it.each([
  ['sources', ['PUT', 'PATCH', 'DELETE', 'OPTIONS'], () => import('@/app/api/sources/route')],
  ['templates', ['PUT', 'PATCH', 'DELETE', 'OPTIONS'], () => import('@/app/api/templates/route')],
  ['sources/preview', ['GET', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'], () => import('@/app/api/sources/preview/route')],
  [
    'templates/preview',
    ['GET', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'],
    () => import('@/app/api/templates/preview/route'),
  ],
])('[H6] so does what %s answers to methods it does not have', async (_path, methods, load) => {
  const routes = Object.entries(await load());
  for (const method of methods) {
    const [, handle] = routes.find(([name]) => name === method) ?? [];
    const answer = await (handle as () => Promise<Response>)();
    expect([answer.status, answer.headers.get('x-content-type-options')], method).toEqual([405, 'nosniff']);
    expect(answer.headers.get('content-security-policy'), method).toContain("frame-ancestors 'none'");
  }
});

it('[H6] these answers carry the headers of every other, though they pass the proxy by', async () => {
  const { headers } = await preview(inventedSource());
  expect(headers.get('content-security-policy')).toContain("default-src 'self'");
  expect(headers.get('x-content-type-options')).toBe('nosniff');
  expect(headers.get('referrer-policy')).toBe('no-referrer');
});
