import { createHash } from 'node:crypto';
import type { Template } from '@/lib/domain/template/template';
import type { PrismaClient } from './client';
import type { Prisma } from './generated/client';

/** The hash of the content, not of a file: a space more or less is not another version. */
function templateSha256(template: Template): Buffer {
  return createHash('sha256').update(JSON.stringify(template)).digest();
}

/** What storing would do: 'taken' when the version is there with another content. */
export async function findTemplatePlace(prisma: PrismaClient, template: Template): Promise<'new' | 'same' | 'taken'> {
  const { slug, version } = template;
  const stored = await prisma.templateVersion.findUnique({ where: { slug_version: { slug, version } } });
  if (!stored) return 'new';
  return templateSha256(template).equals(stored.sha256) ? 'same' : 'taken';
}

/** [H7] Stores a version that never changes; a second time changes nothing. */
export async function storeTemplate(prisma: PrismaClient, template: Template): Promise<'added' | 'same' | 'taken'> {
  const { slug, version } = template;
  const sha256 = Uint8Array.from(templateSha256(template));
  const content = template as unknown as Prisma.InputJsonObject;
  const { count } = await prisma.templateVersion.createMany({
    data: [{ slug, version, sha256, content }],
    skipDuplicates: true,
  });
  if (count > 0) return 'added';
  return (await findTemplatePlace(prisma, template)) === 'same' ? 'same' : 'taken';
}
