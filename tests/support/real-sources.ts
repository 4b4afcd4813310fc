/** The real documents, where this machine has them. Nothing of their text is ever in the repository. */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Pool } from 'pg';
import { storeSource } from '@/lib/db/sources';
import { parseSource } from '@/lib/domain/evidence/parse-source';
import { reportSource } from '@/lib/domain/evidence/report-source';

const FOLDER = path.resolve(import.meta.dirname, '../../../shared/sources');
export const hasRealSources = existsSync(FOLDER);

/** Imports all of them, as `npm run import` does; how many there were. */
export async function importRealSources(pool: Pool): Promise<number> {
  const names = hasRealSources ? readdirSync(FOLDER).filter((name) => name.endsWith('.txt')) : [];
  for (const fileName of names) {
    const text = readFileSync(path.join(FOLDER, fileName), 'utf8');
    const parsed = parseSource(text, fileName);
    if (!parsed.ok) throw new Error(`${fileName}: ${parsed.refusal}`);
    const report = reportSource(parsed.source, null);
    const sha256 = createHash('sha256').update(text).digest();
    await storeSource(pool, { source: parsed.source, report, fileName, sha256, importedBy: null });
  }
  return names.length;
}
