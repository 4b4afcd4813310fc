import { existsSync, readFileSync } from 'node:fs';
import { checkTemplate } from '@/lib/domain/template/check-template';
import type { Template } from '@/lib/domain/template/template';

const ROOT = new URL('../../../../', import.meta.url);
const SHARED = new URL('../shared/', ROOT);

export function readSchema(): Template {
  const check = checkTemplate(
    JSON.parse(readFileSync(new URL('prisma/templates/probleem-en-oorzakenschema.json', ROOT), 'utf8')),
  );
  if (!check.ok)
    throw new Error(check.problems.map(({ rule, path, message }) => `[${rule}] ${path}: ${message}`).join('\n'));
  return check.template;
}

/** The documents are not ours to ship; without them the tests that compare with them are skipped. */
export const HAS_SOURCES = existsSync(new URL('sources/bijlage-e-probleem-en-oorzakenanalyse.txt', SHARED));

export function readShared(path: string): string {
  return readFileSync(new URL(path, SHARED), 'utf8');
}
