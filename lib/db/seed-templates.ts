import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { checkTemplate } from '@/lib/domain/template/check-template';
import type { Template } from '@/lib/domain/template/template';
import { nlSeed } from '@/lib/messages/nl-seed';
import type { PrismaClient } from './client';
import { storeTemplate } from './store-template';

/** Why a template file cannot be taken; its message is a sentence for whoever starts the installation. */
export class TemplateSeedError extends Error {}

async function readTemplateFile(file: string): Promise<Template> {
  const check = checkTemplate(JSON.parse(await readFile(file, 'utf8')) as unknown);
  if (check.ok) return check.template;
  const [problem] = check.problems;
  const why = `${problem?.rule} ${problem?.path}: ${problem?.message}`;
  throw new TemplateSeedError(nlSeed.invalid(path.basename(file), why));
}

/**
 * [H7] Puts every prisma/templates/*.json that is new into the database, as a version that never changes; gives the
 * new ones. The folder is looked up from the root of the clone, where the start runs the server.
 * @throws TemplateSeedError when a file is wrong, or changed without a new version number
 */
export async function seedTemplates(
  prisma: PrismaClient,
  folder = path.join(process.cwd(), 'prisma/templates'),
): Promise<{ slug: string; version: number }[]> {
  const added: { slug: string; version: number }[] = [];
  for (const name of (await readdir(folder)).filter((file) => file.endsWith('.json')).toSorted()) {
    const template = await readTemplateFile(path.join(folder, name));
    const { slug, version } = template;
    const stored = await storeTemplate(prisma, template);
    if (stored === 'taken') throw new TemplateSeedError(nlSeed.changed(slug, version));
    if (stored === 'added') added.push({ slug, version });
  }
  return added;
}
