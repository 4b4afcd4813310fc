/** Schemas of one's own over HTTP, from the file to a workshop on it. */
import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { CreatedWorkshop } from '@/lib/api/contracts';
import { MAX_TEMPLATE_BYTES } from '@/lib/api/evidence-contracts';
import { storeTemplatePath, type TemplatePreview, type TemplateSummary } from '@/lib/api/template-contracts';
import { importTemplate } from '@/lib/http/templates/import-template';
import { previewTemplate } from '@/lib/http/templates/preview-template';
import { showTemplates } from '@/lib/http/templates/show-templates';
import { makeWorkshop } from '@/lib/http/workshops/make-workshop';
import { EXAMPLE_TEMPLATE } from '@/lib/messages/nl-templates';
import type { TestDatabase } from '../../support/create-test-database';
import { codeOf, openTestInstallation, RouteBrowser, signedInFacilitator, TEST_URL } from '../../support/route-browser';

let database: TestDatabase;
let facilitator: RouteBrowser;
beforeAll(async () => {
  database = await openTestInstallation();
  facilitator = await signedInFacilitator();
});
afterAll(() => database.drop());

const BYTES = { 'Content-Type': 'application/octet-stream' };
const hashOf = (text: string) => createHash('sha256').update(text).digest('hex');
const list = (): Promise<TemplateSummary[]> => facilitator.ask(showTemplates, {}, { method: 'GET' });
const preview = (text: BodyInit, by = facilitator) => by.send(previewTemplate, {}, { raw: text, headers: BYTES });
const looked = async (text: string) => (await (await preview(text)).json()) as TemplatePreview;
const store = (text: string, sha256 = hashOf(text)) =>
  facilitator.send(
    (request: Request) => importTemplate(new Request(TEST_URL + storeTemplatePath(sha256), request)),
    {},
    { raw: text, headers: BYTES },
  );

it('[IM13] previews a template file, storing nothing; stored it can be chosen for a workshop', async () => {
  const found = await looked(EXAMPLE_TEMPLATE);
  expect(found).toMatchObject({
    ok: true,
    slug: 'voorbeeldschema',
    version: 1,
    place: 'new',
    totals: { layers: 2, blocks: 2, groups: 0, points: 2, relations: 0, interventionPoints: 1 },
    layers: [{ section: '1.1', blocks: 1, points: 1 }, { section: '1.2' }],
  });
  expect((await list()).map(({ slug }) => slug)).toEqual(['probleem-en-oorzakenschema']);

  expect((await store(EXAMPLE_TEMPLATE)).status).toBe(201);
  expect((await list()).map(({ slug, version, newest, own }) => [slug, version, newest, own])).toEqual([
    ['probleem-en-oorzakenschema', 1, true, true],
    ['voorbeeldschema', 1, true, false],
  ]);
  const made = await facilitator.ask<CreatedWorkshop, object>(
    makeWorkshop,
    {},
    { body: { title: 'Testsessie (verzonnen)', template: 'voorbeeldschema' } },
  );
  expect((await facilitator.state(made.workshopId)).template).toEqual({ slug: 'voorbeeldschema', version: 1 });
});

it('[H7] [IM13] the same again changes nothing, another content under the same number is refused', async () => {
  await store(EXAMPLE_TEMPLATE);
  const spaced = EXAMPLE_TEMPLATE.replaceAll(', "', ',   "');
  expect(await looked(spaced)).toMatchObject({ place: 'same' });
  expect((await store(spaced)).status).toBe(200);
  const other = EXAMPLE_TEMPLATE.replace('Er is een park', 'Er is een plein');
  expect(await looked(other)).toMatchObject({ place: 'taken' });
  expect(await codeOf(await store(other))).toBe('template-taken');
  const next = other.replace('"version": 1', '"version": 2');
  expect((await store(next)).status).toBe(201);
  const own = EXAMPLE_TEMPLATE.replace('voorbeeldschema', 'probleem-en-oorzakenschema').replace(
    '"version": 1',
    '"version": 2',
  );
  expect(await looked(own)).toMatchObject({ place: 'reserved' });
  expect(await codeOf(await store(own))).toBe('template-reserved');
});

it('[IM14] a file with mistakes gives their lines and stores nothing, also when it is sent to be stored', async () => {
  const wrong = EXAMPLE_TEMPLATE.replace('"colour": "geel"', '"colour": "paars"').replaceAll(
    'voorbeeldschema',
    'kapot',
  );
  const found = await looked(wrong);
  expect(found).toMatchObject({ ok: false, more: 0, mistakes: [{ rule: 'TP1', path: 'layers.1.colour' }] });
  expect(await codeOf(await store(wrong))).toBe('template-wrong');
  expect((await list()).some(({ slug }) => slug === 'kapot')).toBe(false);
});

it('[IM13] refuses what is no template file', async () => {
  expect(await codeOf(await preview(''))).toBe('document-empty');
  expect(await codeOf(await preview(new Uint8Array([0xff, 0xfe, 0x7b])))).toBe('template-not-text');
  expect(await codeOf(await preview(new Uint8Array(MAX_TEMPLATE_BYTES + 1)))).toBe('template-too-large');
  expect(await codeOf(await store(EXAMPLE_TEMPLATE, hashOf('iets anders')))).toBe('template-changed');
  expect(await codeOf(await preview(EXAMPLE_TEMPLATE, new RouteBrowser()))).toBe('signed-out');
});
