import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { checkTemplate } from '@/lib/domain/template/check-template';
import type { Template } from '@/lib/domain/template/template';
import { nlSeed } from '@/lib/messages/nl-seed';
import type { PrismaClient } from './client';
import type { Prisma } from './generated/client';

/** Why a template file cannot be taken; its message is a sentence for whoever starts the installation. */
export class TemplateSeedError extends Error {}

type Source = { template: Template; sha256: Buffer };

async function readSource(file: string): Promise<Source> {
  const text = await readFile(file, 'utf8');
  const check = checkTemplate(JSON.parse(text) as unknown);
  if (!check.ok) {
    const [problem] = check.problems;
    throw new TemplateSeedError(
      nlSeed.invalid(path.basename(file), `${problem?.rule} ${problem?.path}: ${problem?.message}`),
    );
  }
  // The hash of the content, not of the file: a space more or less is not another version.
  const sha256 = createHash('sha256').update(JSON.stringify(check.template)).digest();
  return { template: check.template, sha256 };
}

async function seedTemplate(prisma: PrismaClient, { template, sha256 }: Source): Promise<boolean> {
  const { slug, version } = template;
  const content = template as unknown as Prisma.InputJsonObject;
  const { count } = await prisma.templateVersion.createMany({
    data: [{ slug, version, sha256: Uint8Array.from(sha256), content }],
    skipDuplicates: true,
  });
  const stored = await prisma.templateVersion.findUniqueOrThrow({ where: { slug_version: { slug, version } } });
  if (!sha256.equals(stored.sha256)) throw new TemplateSeedError(nlSeed.changed(slug, version));
  return count > 0;
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
    const source = await readSource(path.join(folder, name));
    const { slug, version } = source.template;
    if (await seedTemplate(prisma, source)) added.push({ slug, version });
  }
  return added;
}
