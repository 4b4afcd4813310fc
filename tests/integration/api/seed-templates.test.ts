import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { prisma } from '@/lib/db/client';
import { seedTemplates } from '@/lib/db/seed-templates';
import type { TestDatabase } from '../../support/create-test-database';
import { openTestInstallation } from '../../support/route-browser';

const SLUG = 'probleem-en-oorzakenschema';
let database: TestDatabase;
let content: Record<string, unknown>;
beforeAll(async () => {
  database = await openTestInstallation();
  content = JSON.parse(await readFile(`prisma/templates/${SLUG}.json`, 'utf8')) as Record<string, unknown>;
});
afterAll(() => database.drop());

async function folderWith(template: object): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'knooppunt-templates-'));
  await writeFile(path.join(folder, 'schema.json'), JSON.stringify(template));
  return folder;
}

it('[H7] seeds a template once; a second start finds nothing to do', async () => {
  expect(await seedTemplates(prisma())).toEqual([]);
  const rows = await database.pool.query('SELECT slug, version FROM template_versions');
  expect(rows.rows).toEqual([{ slug: SLUG, version: 1 }]);
});

it('[H7] a new version comes beside the old one', async () => {
  const folder = await folderWith({ ...content, version: 2, title: 'Nieuwe titel (test)' });
  expect(await seedTemplates(prisma(), folder)).toEqual([{ slug: SLUG, version: 2 }]);
});

it('[H7] other content under a number that is taken is refused with a sentence', async () => {
  const folder = await folderWith({ ...content, title: 'Stilletjes veranderd' });
  await expect(seedTemplates(prisma(), folder)).rejects.toThrow('is veranderd, maar heeft nog versienummer 1');
});

it('[H7] a broken file is refused with the rule it breaks', async () => {
  const folder = await folderWith({ ...content, slug: 'kapot', layers: [] });
  await expect(seedTemplates(prisma(), folder)).rejects.toThrow('prisma/templates/schema.json klopt niet: TP');
});
