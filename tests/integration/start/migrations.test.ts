import { createHash } from 'node:crypto';
import { appendFileSync, cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Pool } from 'pg';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { applyMigrations } from '@/lib/db/migrate';
import { repoRoot } from '@/tests/support/product';
import { emptyDatabase } from './empty-database';
import { temporaryFolder } from './run-start';

const OURS = path.join(repoRoot, 'prisma', 'migrations');
let folder: string;
let database: Awaited<ReturnType<typeof emptyDatabase>>;
let pool: Pool;

beforeEach(async () => {
  folder = temporaryFolder();
  database = await emptyDatabase();
  pool = new Pool({ connectionString: database.url, max: 4 });
  // Dropping the database cuts connections that the pool is still ending.
  pool.on('error', () => undefined);
});
afterEach(async () => {
  await pool.end();
  await database.drop();
  rmSync(folder, { recursive: true });
});

function migration(name: string, sql: string): string {
  mkdirSync(path.join(folder, name), { recursive: true });
  writeFileSync(path.join(folder, name, 'migration.sql'), sql);
  return path.join(folder, name, 'migration.sql');
}

const book = async () =>
  (
    await pool.query(
      'SELECT migration_name, checksum, finished_at, rolled_back_at, applied_steps_count FROM _prisma_migrations ORDER BY 1',
    )
  ).rows;

describe('[ST9] migrations', () => {
  it('apply once, recorded as Prisma records them', async () => {
    const applied = await applyMigrations(pool, OURS);
    expect(applied.length).toBeGreaterThan(0);
    expect(await applyMigrations(pool, OURS)).toEqual([]);
    const rows = await book();
    expect(rows.map(({ migration_name }) => migration_name)).toEqual(applied);
    for (const row of rows) {
      const file = readFileSync(path.join(OURS, row.migration_name, 'migration.sql'));
      expect(row).toMatchObject({
        checksum: createHash('sha256').update(file).digest('hex'),
        rolled_back_at: null,
        applied_steps_count: 1,
      });
      expect(row.finished_at).toBeInstanceOf(Date);
    }
  });

  it('that fail leave nothing behind, and those before them stay', async () => {
    migration('1_good', 'CREATE TABLE good (id int)');
    migration('2_bad', 'CREATE TABLE bad (id int); SELECT 1/0;');
    await expect(applyMigrations(pool, folder)).rejects.toThrow();
    expect((await book()).map(({ migration_name }) => migration_name)).toEqual(['1_good']);
    expect((await pool.query("SELECT to_regclass('bad') AS bad, to_regclass('good') AS good")).rows).toEqual([
      { bad: null, good: 'good' },
    ]);
  });

  it('run once when several processes start together', async () => {
    cpSync(OURS, folder, { recursive: true });
    migration('99999999999999_slow', 'CREATE TABLE slow (id int); SELECT pg_sleep(0.2)');
    const applied = await Promise.all([1, 2, 3].map(() => applyMigrations(pool, folder)));
    expect(applied.filter((names) => names.length > 0)).toHaveLength(1);
  });

  it('that changed after they were applied are refused', async () => {
    const file = migration('1_good', 'CREATE TABLE good (id int)');
    await applyMigrations(pool, folder);
    appendFileSync(file, '\n-- changed');
    migration('2_next', 'CREATE TABLE next (id int)');
    await expect(applyMigrations(pool, folder)).rejects.toMatchObject({
      name: 'MigrationRefused',
      problem: 'changed',
      migration: '1_good',
    });
    expect(await book()).toHaveLength(1);
  });

  it('that this version does not know are refused', async () => {
    migration('1_good', 'CREATE TABLE good (id int)');
    migration('2_newer', 'CREATE TABLE newer (id int)');
    await applyMigrations(pool, folder);
    rmSync(path.join(folder, '2_newer'), { recursive: true });
    await expect(applyMigrations(pool, folder)).rejects.toMatchObject({ problem: 'unknown', migration: '2_newer' });
  });

  it('that Prisma left unfinished are refused', async () => {
    migration('1_good', 'CREATE TABLE good (id int)');
    await applyMigrations(pool, folder);
    await pool.query('UPDATE _prisma_migrations SET finished_at = NULL');
    await expect(applyMigrations(pool, folder)).rejects.toMatchObject({ problem: 'unfinished', migration: '1_good' });
  });
});
