import { randomBytes } from 'node:crypto';
import { cpSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { Client, Pool } from 'pg';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { restoreBackup } from '@/lib/db/backup/restore-backup';
import { writeBackup } from '@/lib/db/backup/write-backup';
import { applyMigrations } from '@/lib/db/migrate';
import { SERVER_LOCK } from '@/lib/db/server-lock';
import { repoRoot } from '@/tests/support/product';
import { emptyDatabase } from './empty-database';
import { runProgram, temporaryFolder } from './run-start';

const migrations = path.join(repoRoot, 'prisma', 'migrations');
const secret = 'geheim-van-een-verzonnen-installatie-0001';
type Database = Awaited<ReturnType<typeof emptyDatabase>> & { pool: Pool };
let folder: string;
let file: string;
let from: Database;
let to: Database;

async function open(): Promise<Database> {
  const database = await emptyDatabase();
  const pool = new Pool({ connectionString: database.url, max: 3 });
  // Dropping the database cuts connections that the pool is still ending.
  pool.on('error', () => undefined);
  return { ...database, pool };
}

beforeEach(async () => {
  folder = temporaryFolder();
  file = path.join(folder, 'alles.backup');
  [from, to] = [await open(), await open()];
  await applyMigrations(from.pool, migrations);
  await fill(from.pool, 'Verzonnen sessie');
});
afterEach(async () => {
  for (const { pool, drop } of [from, to]) {
    await pool.end();
    await drop();
  }
  rmSync(folder, { recursive: true });
});

/** Every awkward kind of value: bytes, JSON null beside SQL null, arrays, quotes, line ends, large numbers. */
async function fill(pool: Pool, title: string): Promise<void> {
  const { rows } = await pool.query(
    `WITH u AS (INSERT INTO users (id, email) VALUES (gen_random_uuid(), $2) RETURNING id),
          t AS (INSERT INTO template_versions (id, slug, version, sha256, content) VALUES (gen_random_uuid(), $2, 1, '\\x00ff', '{"a": [1.50, "\\"é\\n"]}') RETURNING id),
          w AS (INSERT INTO workshops (id, title, purpose, perspectives, template_version_id, layout_version, owner_id)
                SELECT gen_random_uuid(), $1, $3, ARRAY['een, twee', '"drie"', '', NULL], t.id, 1, u.id FROM u, t RETURNING id),
          r AS (INSERT INTO rounds (id, workshop_id, method, rules, tally, chain_start, chain_head) SELECT gen_random_uuid(), w.id, 'dots', '{}', 'null'::jsonb, '', '\\x01' FROM w)
     INSERT INTO boards (id, workshop_id) SELECT gen_random_uuid(), w.id FROM w RETURNING id`,
    [title, `${randomBytes(4).toString('hex')}@test.invalid`, `regel 1\nregel 2\t'"\\ (a,b) ${'€'}`],
  );
  const board = rows[0].id;
  await pool.query('INSERT INTO board_head (board_id, seq) VALUES ($1, 9007199254740993)', [board]);
  for (const [seq, size] of [0, 1, 255, 100_000, 500_000].entries()) {
    const sql = 'INSERT INTO board_log (board_id, seq, author, sha256, data) VALUES ($1, $2, $3, $4, $5)';
    await pool.query(sql, [board, seq, seq % 2 ? null : 'p:x', randomBytes(32), randomBytes(size)]);
  }
}

/** Everything, as PostgreSQL's own text. */
async function content(pool: Pool): Promise<Record<string, string[]>> {
  const { rows } = await pool.query(
    "SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND relname <> '_prisma_migrations'",
  );
  const tables: Record<string, string[]> = {};
  for (const { relname } of rows)
    tables[relname] = (await pool.query(`SELECT t::text AS row FROM "${relname}" t ORDER BY 1`)).rows.map(
      ({ row }) => row,
    );
  return tables;
}

const backUp = () => writeBackup({ connectionString: from.url, file, secret });
const restore = (options: { replace?: boolean; keepCurrent?: () => Promise<void> } = {}) =>
  restoreBackup({ connectionString: to.url, file, migrations, ...options });

describe('[ST10] a backup', () => {
  it('put back in an empty database gives the same bytes', async () => {
    const { rows } = await backUp();
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(await restore()).toEqual({ rows, secret });
    const there = await content(to.pool);
    expect(there).toEqual(await content(from.pool));
    expect(there.board_log).toHaveLength(5);
    expect(await applyMigrations(to.pool, migrations)).toEqual([]);
  });

  it('holds one moment, whatever is written meanwhile', async () => {
    let writing = true;
    const writes = (async () => {
      while (writing) await fill(from.pool, 'Tijdens de kopie').catch(() => undefined);
    })();
    await backUp();
    writing = false;
    await writes;
    await restore();
    const { rows } = await to.pool.query(
      'SELECT (SELECT count(*) FROM board_head)::int AS heads, (SELECT count(*) FROM boards)::int AS boards, (SELECT count(*) FROM board_log l LEFT JOIN boards b ON b.id = l.board_id WHERE b.id IS NULL)::int AS orphans',
    );
    expect(rows[0].orphans).toBe(0);
    expect(rows[0].heads).toBeGreaterThanOrEqual(rows[0].boards - 1);
  });

  it('never replaces one that is there', async () => {
    writeFileSync(file, 'van iemand');
    await expect(backUp()).rejects.toMatchObject({ code: 'EEXIST' });
    expect(readFileSync(file, 'utf8')).toBe('van iemand');
  });

  it('of an older version is brought to this one', async () => {
    await backUp();
    const newer = path.join(folder, 'migrations');
    cpSync(migrations, newer, { recursive: true });
    mkdirSync(path.join(newer, '99999999999999_next'));
    writeFileSync(
      path.join(newer, '99999999999999_next', 'migration.sql'),
      "ALTER TABLE workshops ADD COLUMN extra TEXT NOT NULL DEFAULT 'x'",
    );
    await applyMigrations(to.pool, newer);
    await restoreBackup({ connectionString: to.url, file, migrations: newer });
    expect((await to.pool.query('SELECT title, extra FROM workshops')).rows).toEqual([
      { title: 'Verzonnen sessie', extra: 'x' },
    ]);
  });
});

describe('[ST11] a restore', () => {
  it('refuses a database with workshops, and with replace keeps them aside first', async () => {
    await backUp();
    await applyMigrations(to.pool, migrations);
    await fill(to.pool, 'Was er al');
    const before = await content(to.pool);
    await expect(restore()).rejects.toMatchObject({ problem: 'not-empty' });
    expect(await content(to.pool)).toEqual(before);
    let kept = 0;
    await restore({
      replace: true,
      keepCurrent: async () => {
        kept = (await content(to.pool)).workshops?.length ?? 0;
      },
    });
    expect(kept).toBe(1);
    expect(await content(to.pool)).toEqual(await content(from.pool));
  });

  it('refuses a file that was cut off, changed, or is something else', async () => {
    await backUp();
    const whole = readFileSync(file);
    const text = gunzipSync(whole).toString('utf8');
    const lines = text.split('\n');
    const damaged = [
      whole.subarray(0, whole.length - 20),
      gzipSync(text.replace('Verzonnen', 'Veranderd')),
      gzipSync([...lines.slice(0, 2), ...lines.slice(3)].join('\n')),
      gzipSync(`${lines.slice(0, -2).join('\n')}\n`),
      Buffer.from('geen reservekopie'),
      Buffer.alloc(0),
    ];
    for (const bytes of damaged) {
      writeFileSync(file, bytes);
      await expect(restore()).rejects.toMatchObject({ problem: 'damaged' });
    }
    expect(await content(to.pool)).toEqual({});
  });

  it('refuses while a server holds the database', async () => {
    await backUp();
    const server = new Client({ connectionString: to.url });
    await server.connect();
    await server.query('SELECT pg_advisory_lock_shared($1)', [SERVER_LOCK]);
    await expect(restore()).rejects.toMatchObject({ problem: 'in-use' });
    await server.end();
    expect(await content(to.pool)).toEqual({});
  });

  it('refuses a backup of a newer version', async () => {
    await backUp();
    const older = path.join(folder, 'older');
    mkdirSync(older);
    await expect(restoreBackup({ connectionString: to.url, file, migrations: older })).rejects.toMatchObject({
      problem: 'other-version',
    });
  });
});

it('[ST10] the two commands work on DATABASE_URL, say what to do, and bring the secret along', async () => {
  const data = (name: string) => ({ KNOOPPUNT_DATA: path.join(folder, name) });
  const backup = runProgram(
    { ...data('a'), DATABASE_URL: from.url, KNOOPPUNT_SECRET: secret },
    { program: 'server/cli/backup.mjs', args: [file] },
  );
  expect(await backup.ended, backup.stderr()).toBe(0);
  expect(backup.stdout()).toContain(`npm run restore -- ${file}`);
  const restored = runProgram(
    { ...data('b'), DATABASE_URL: to.url },
    { program: 'server/cli/restore.mjs', args: [file] },
  );
  expect(await restored.ended, restored.stderr()).toBe(0);
  expect(readFileSync(path.join(folder, 'b', 'secret'), 'utf8').trim()).toBe(secret);
  expect(await content(to.pool)).toEqual(await content(from.pool));
});

it('[ST11] the command says in one sentence why it refuses', async () => {
  writeFileSync(file, 'geen reservekopie');
  const run = runProgram(
    { KNOOPPUNT_DATA: path.join(folder, 'c'), DATABASE_URL: to.url },
    { program: 'server/cli/restore.mjs', args: [file] },
  );
  expect(await run.ended).toBe(1);
  expect(run.stderr()).toBe('Dit bestand is geen hele reservekopie van Knooppunt; er is niets veranderd.\n');
});

it('[ST10] no table counts by itself: a backup keeps rows, not sequences', async () => {
  const { rows } = await from.pool.query("SELECT relname FROM pg_class WHERE relkind = 'S'");
  expect(rows).toEqual([]);
});
