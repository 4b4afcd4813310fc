/** What is searched: the schema, the real sources where this machine has them, and 2,000 notes made of the schema's words. */
import { randomUUID } from 'node:crypto';
import path from 'node:path';
import type { Pool } from 'pg';
import { prisma } from '../../../lib/db/client';
import { storeNotes } from '../../../lib/db/search/note-entries';
import { seedTemplates } from '../../../lib/db/seed-templates';
import { newestTemplateVersion } from '../../../server/cli/bench-boards';
import { importRealSources } from '../../support/real-sources';

const NOTES = 2_000;

export type Corpus = {
  workshopId: string;
  sources: number;
  /** searched pieces of text per kind */
  entries: Record<string, number>;
  words: number;
  characters: number;
};

async function makeWorkshop(pool: Pool): Promise<{ workshopId: string; boardId: string }> {
  const ids = { workshopId: randomUUID(), boardId: randomUUID() };
  await pool.query("INSERT INTO users (id, email) VALUES ($1, 'zoekmeting@knooppunt.invalid')", [ids.workshopId]);
  await pool.query(
    `INSERT INTO workshops (id, title, perspectives, template_version_id, layout_version, owner_id)
     VALUES ($1, 'Zoekmeting', '{}', $2, 1, $1)`,
    [ids.workshopId, await newestTemplateVersion(pool)],
  );
  await pool.query('INSERT INTO boards (id, workshop_id) VALUES ($1, $2)', [ids.boardId, ids.workshopId]);
  return ids;
}

/** Invented: labels of the schema, cut in pieces and put after each other. */
async function writeNotes(pool: Pool, ids: { workshopId: string; boardId: string }): Promise<void> {
  const { rows } = await pool.query<{ title: string }>(
    "SELECT title FROM search_entries WHERE kind = 'point' ORDER BY md5(title)",
  );
  const words = rows.flatMap(({ title }) => title.split(' '));
  const notes = Array.from({ length: NOTES }, (_, at) => ({
    key: `note:${randomUUID()}`,
    text: Array.from({ length: 12 }, (_unused, n) => words[(at * 7 + n * 31) % words.length]).join(' '),
    attached: null,
  }));
  await storeNotes(pool, { ...ids, seq: 1, notes, removed: 'all others' });
}

/** Fills an empty database with what an installation in use holds. */
export async function makeCorpus(root: string, pool: Pool): Promise<Corpus> {
  await seedTemplates(prisma(), path.join(root, 'prisma/templates'));
  const sources = await importRealSources(pool);
  const ids = await makeWorkshop(pool);
  await writeNotes(pool, ids);
  const { rows } = await pool.query<{ kind: string; n: number; characters: number }>(
    `SELECT kind, count(*)::int AS n, sum(length(title) + length(body))::int AS characters
     FROM search_entries GROUP BY kind ORDER BY kind`,
  );
  const words = await pool.query<{ n: number }>('SELECT count(DISTINCT word)::int AS n FROM search_words');
  return {
    workshopId: ids.workshopId,
    sources,
    entries: Object.fromEntries(rows.map(({ kind, n }) => [kind, n])),
    words: words.rows[0]?.n ?? 0,
    characters: rows.reduce((sum, row) => sum + row.characters, 0),
  };
}
