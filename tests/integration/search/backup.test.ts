import { rmSync } from 'node:fs';
import path from 'node:path';
import { Pool } from 'pg';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { restoreBackup } from '@/lib/db/backup/restore-backup';
import { writeBackup } from '@/lib/db/backup/write-backup';
import { applyMigrations } from '@/lib/db/migrate';
import { repoRoot } from '@/tests/support/product';
import { storeInvented } from '../../support/search-calls';
import { createTestBoard } from '../../support/sync-board';
import { emptyDatabase } from '../start/empty-database';
import { temporaryFolder } from '../start/run-start';

const migrations = path.join(repoRoot, 'prisma', 'migrations');
type Database = Awaited<ReturnType<typeof emptyDatabase>> & { pool: Pool };
let folder: string;
let [from, to]: [Database, Database] = [] as never;

async function open(): Promise<Database> {
  const database = await emptyDatabase();
  const pool = new Pool({ connectionString: database.url, max: 3 });
  // Dropping the database cuts connections that the pool is still ending.
  pool.on('error', () => undefined);
  await applyMigrations(pool, migrations);
  return { ...database, pool };
}

beforeEach(async () => {
  folder = temporaryFolder();
  [from, to] = [await open(), await open()];
});
afterEach(async () => {
  for (const { pool, drop } of [from, to]) {
    await pool.end();
    await drop();
  }
  rmSync(folder, { recursive: true });
});

const NOTE = "INSERT INTO search_entries (scope, kind, ref, title, body) VALUES ($1, 'note', 'note:x', '', $2)";
const POINT = `INSERT INTO own_points (id, workshop_id, number, label, concerns, author)
  VALUES (gen_random_uuid(), $1, 1, $2, '{L5.1}', 'p:x')`;

async function bodies({ pool }: Database): Promise<string[]> {
  const { rows } = await pool.query('SELECT title || body AS text FROM search_entries ORDER BY 1');
  return rows.map(({ text }) => text);
}

it('[SR9] a restore fills the index from what came back, and leaves nothing of what was there', async () => {
  const { workshopId, boardId } = await createTestBoard(from.pool);
  await from.pool.query(POINT, [workshopId, 'Teruggezet punt']);
  await storeInvented(from.pool, { slug: 'verzonnen', texts: [{ text: 'Teruggezette zin' }] });
  await from.pool.query(NOTE, [workshopId, 'Notitie van voor de kopie']);
  await from.pool.query('INSERT INTO search_boards (board_id, seq) VALUES ($1, 5)', [boardId]);
  const before = await createTestBoard(to.pool);
  await to.pool.query(POINT, [before.workshopId, 'Vorig punt']);
  await to.pool.query(NOTE, [before.workshopId, 'Vorige notitie']);
  const file = path.join(folder, 'alles.backup');
  await writeBackup({ connectionString: from.url, file, secret: 'verzonnen-geheim-voor-tests-0123456789' });
  await restoreBackup({ connectionString: to.url, file, migrations, replace: true });
  expect(await bodies(to)).toEqual(
    ['1 Verzonnen hoofdstuk', '1.1 Verzonnen paragraaf', 'E1 Teruggezet punt', 'Teruggezette zin'].toSorted(),
  );
  // Boards are read again from their logs.
  expect((await to.pool.query('SELECT 1 FROM search_boards')).rowCount).toBe(0);
  const words = await to.pool.query("SELECT 1 FROM search_words WHERE word LIKE 'vorig%'");
  expect(words.rowCount).toBe(0);
});

it('[SR9] rows can be loaded without a search path, as the tools of PostgreSQL do', async () => {
  const db = await from.pool.connect();
  await db.query("SET search_path TO ''");
  await db.query(
    `INSERT INTO public.search_entries (scope, kind, ref, title, body) VALUES (gen_random_uuid(), 'note', 'note:x', '', 'Kastanjes')`,
  );
  const { rowCount } = await db.query(
    "SELECT 1 FROM public.search_entries WHERE vector @@ 'kastanjes'::tsquery OR vector @@ 'kastanj'::tsquery",
  );
  db.release(true);
  expect(rowCount).toBe(1);
});
