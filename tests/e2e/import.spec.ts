/** Documents and schemas on the real server: by page, by wire and by command. Everything in them is invented. */
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { type ErrorAnswer, paths } from '@/lib/api/contracts';
import { evidencePaths, type SourceView } from '@/lib/api/evidence-contracts';
import type { TemplateSummary } from '@/lib/api/template-contracts';
import { nlErrors } from '@/lib/messages/nl-errors';
import { nlHome, nlWorkshopForm } from '@/lib/messages/nl-home';
import { nlSources } from '@/lib/messages/nl-sources';
import { EXAMPLE_TEMPLATE, nlTemplates } from '@/lib/messages/nl-templates';
import type { ApiPerson } from '../support/api-person';
import { docxBomb, encryptedPdf, endlessPdf, makeDocx, picture } from '../support/document-files';
import { expect, test } from '../support/e2e-people';
import { inventedSource } from '../support/invented-source';
import { repoRoot } from '../support/product';

const SIZES = [
  { width: 1440, height: 900 },
  { width: 390, height: 844 },
  { width: 320, height: 256 },
];
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

async function check(page: Page, name: string): Promise<void> {
  const width = page.viewportSize()?.width;
  await page.screenshot({ path: `test-results/screens/${name}-${width}.png` });
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow, `${name} at ${width} is wider than its window`).toBeLessThanOrEqual(0);
  const { violations } = await new AxeBuilder({ page }).withTags(TAGS).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target).join(' ')}`)).toEqual([]);
}

const choose = (page: Page, name: string, buffer: Buffer) =>
  page.locator('input[type=file]').setInputFiles({ name, mimeType: 'application/octet-stream', buffer });

async function send(
  person: ApiPerson,
  to: string,
  body: Uint8Array,
): Promise<{ code: string; message: string; ms: number }> {
  const from = performance.now();
  const answer = await fetch(person.url + to, {
    method: 'POST',
    headers: { ...person.headers, 'Content-Type': 'application/octet-stream' },
    body: Buffer.from(body),
  });
  const { error } = (await answer.json()) as Partial<ErrorAnswer>;
  return {
    code: error?.code ?? `not refused: ${answer.status}`,
    message: error?.message ?? '',
    ms: performance.now() - from,
  };
}

for (const size of SIZES) {
  test(`[IM16] a facilitator takes up a document at ${size.width}×${size.height}`, async ({
    url,
    facilitator,
    pageOf,
  }) => {
    const page = await pageOf(facilitator, size);
    const title = `Verzonnen bron ${size.width}`;
    await page.goto(url);
    await page.getByRole('link', { name: nlHome.sources, exact: true }).click();
    await expect(page.getByRole('heading', { level: 1, name: nlSources.title })).toBeVisible();
    await choose(page, 'foto.docx', picture());
    await expect(page.getByRole('alert').filter({ hasText: nlErrors['document-unknown'] })).toBeVisible();
    await choose(page, 'verzonnen.md', Buffer.from(inventedSource({ title })));
    await expect(page.getByRole('heading', { name: nlSources.previewTitle })).toBeFocused();
    await expect(page.getByText('8 gewone alinea’s').first()).toBeVisible();
    await check(page, 'bronnen-preview');
    await page.getByRole('button', { name: nlSources.take }).click();
    await expect(page.getByText(nlSources.taken(title, 1))).toBeVisible();
    await expect(page.getByRole('heading', { level: 3, name: title })).toBeVisible();
    await check(page, 'bronnen');
    await page.reload();
    await expect(page.getByRole('heading', { level: 3, name: title })).toBeVisible();
  });
}

test('[IM13] [IM14] a facilitator repairs a schema by its lines, takes it up and makes a workshop on it', async ({
  url,
  facilitator,
  pageOf,
}) => {
  const page = await pageOf(facilitator);
  await page.goto(url);
  await page.getByRole('link', { name: nlHome.templates, exact: true }).click();
  const wrong = EXAMPLE_TEMPLATE.replace('"colour": "geel"', '"colour": "paars"');
  await choose(page, 'schema.json', Buffer.from(wrong));
  const line = wrong.slice(0, wrong.indexOf('"paars"')).split('\n').length;
  await expect(page.getByText(`Regel ${line}: ‘colour’ klopt niet.`)).toBeVisible();
  await check(page, 'schemas-fouten');
  await choose(page, 'schema.json', Buffer.from(EXAMPLE_TEMPLATE));
  await page.getByRole('button', { name: nlTemplates.take }).click();
  await expect(page.getByRole('heading', { level: 3, name: 'Voorbeeldschema (verzonnen)' })).toBeVisible();
  await check(page, 'schemas');
  await page.goto(url);
  await page.getByRole('button', { name: nlHome.create }).click();
  await page.getByLabel(nlWorkshopForm.title, { exact: true }).fill('Testsessie op een eigen schema (verzonnen)');
  await page.getByLabel('Voorbeeldschema (verzonnen)').check();
  await check(page, 'nieuwe-werksessie');
  await page.getByRole('button', { name: nlWorkshopForm.create }).click();
  await page.waitForURL(/\/beheer$/);
  const workshopId = new URL(page.url()).pathname.split('/')[2] ?? '';
  expect((await facilitator.state(workshopId)).template.slug).toBe('voorbeeldschema');
  await page.goto(url + paths.list(workshopId));
  await expect(page.getByRole('heading', { name: 'Buren helpen elkaar' }).first()).toBeVisible();
  const broken: string[] = [];
  page.on('pageerror', (error) => broken.push(String(error)));
  await page.goto(url + paths.board(workshopId));
  await expect(page.locator('.tl-container')).toBeVisible();
  expect(broken).toEqual([]);
});

test('[IM16] others get no sources, and of the schemas the explanation alone', async ({ url, pageOf }) => {
  const page = await pageOf();
  expect((await page.goto(url + evidencePaths.sourcesPage))?.status()).toBe(404);
  await page.goto(url + evidencePaths.templatesPage);
  await expect(page.getByRole('heading', { name: nlTemplates.helpTitle })).toBeVisible();
  await expect(page.locator('input[type=file]')).toHaveCount(0);
  await check(page, 'schemas-bezoeker');
});

test('[IM1] [IM3] [IM5] [IM6] [IM10] bad files get a sentence, in time, and store nothing; the server goes on', async ({
  url,
  facilitator,
}) => {
  const sources = () => facilitator.ask<SourceView[]>('GET', evidencePaths.sources);
  const before = await sources();
  const text = 'Één verzonnen briefje dat nergens over gaat, met een café';
  const whole = await makeDocx([text]);
  const files: [string, string, Uint8Array][] = [
    ['document-empty', 'leeg.txt', Buffer.alloc(0)],
    ['document-unknown', 'foto.docx', picture()],
    ['document-broken', 'half.docx', whole.subarray(0, whole.length - 200)],
    ['document-encrypted', 'slot.pdf', encryptedPdf()],
    ['document-too-large', 'groot.txt', new Uint8Array(30 * 1024 * 1024)],
    ['document-too-heavy', 'bom.docx', docxBomb()],
    ['document-cut-off', 'half.txt', Buffer.from(text).subarray(0, -1)],
    ['document-too-heavy', 'eindeloos.pdf', endlessPdf()],
  ];
  for (const [code, name, bytes] of files) {
    const refused = await send(facilitator, evidencePaths.previewSource(name), bytes);
    expect(refused.code, name).toBe(code);
    expect(refused.message).toMatch(/^[A-Z].*\.$/);
    expect(refused.ms, name).toBeLessThan(name === 'bom.docx' ? 5_000 : 12_000);
  }
  const note = await send(facilitator, evidencePaths.previewSource('briefje.txt'), Buffer.from(text));
  expect(['source-unknown', 'source-not-text', 'source-incomplete']).toContain(note.code);
  expect(await sources()).toEqual(before);
  expect((await fetch(`${url}/api/health`)).status).toBe(200);
});

test('[IM10] a document of more than ten megabytes arrives whole', async ({ facilitator }) => {
  const text = inventedSource({ title: 'Grote verzonnen bron', chapters: 3, passages: 2 });
  const padded = Buffer.concat([
    Buffer.from(text),
    Buffer.alloc(12 * 1024 * 1024, ' '),
    Buffer.from('\n\nHet verzonnen slot van dit document.'),
  ]);
  const answer = await fetch(facilitator.url + evidencePaths.previewSource('groot.md'), {
    method: 'POST',
    headers: { ...facilitator.headers, 'Content-Type': 'application/octet-stream' },
    body: padded,
  });
  const { report } = (await answer.json()) as { report: { totals: { texts: number } } };
  expect(report.totals.texts).toBe(10);
});

test('[IM12] the command imports while the server runs', async ({ facilitator }) => {
  const folder = mkdtempSync(path.join(tmpdir(), 'knooppunt-import-'));
  const file = path.join(folder, 'verzonnen.md');
  writeFileSync(file, inventedSource({ title: 'Verzonnen bron van de opdracht' }));
  const env = { ...process.env, KNOOPPUNT_DATA: process.env.KNOOPPUNT_E2E_DATA, DATABASE_URL: '' };
  const { stdout } = await promisify(execFile)('npm', ['run', '--silent', 'import', '--', file, '--json'], {
    cwd: repoRoot,
    env,
  });
  rmSync(folder, { recursive: true });
  const stored = JSON.parse(stdout) as SourceView;
  expect(await facilitator.ask<SourceView[]>('GET', evidencePaths.sources)).toContainEqual(stored);
});

test('[IM13] the schemas on the wire are those on the page', async ({ facilitator }) => {
  const [own] = await facilitator.ask<TemplateSummary[]>('GET', evidencePaths.templates);
  expect(own).toMatchObject({ slug: 'probleem-en-oorzakenschema', own: true, newest: true });
});
