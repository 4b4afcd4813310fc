/**
 * Applies prisma/migrations without Prisma's engine, and keeps Prisma's own book of it, so that
 * `prisma migrate deploy` finds nothing to do where that engine can be had.
 */
import { createHash, randomUUID } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Pool, PoolClient } from 'pg';
import { type RunnableMigration, Umzug, type UmzugStorage } from 'umzug';

/** The number Prisma locks with: the two can never migrate at the same time. */
const PRISMA_LOCK = 72_707_369;

const TABLE = `
CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
    "id"                  VARCHAR(36) PRIMARY KEY NOT NULL,
    "checksum"            VARCHAR(64) NOT NULL,
    "finished_at"         TIMESTAMPTZ,
    "migration_name"      VARCHAR(255) NOT NULL,
    "logs"                TEXT,
    "rolled_back_at"      TIMESTAMPTZ,
    "started_at"          TIMESTAMPTZ NOT NULL DEFAULT now(),
    "applied_steps_count" INTEGER NOT NULL DEFAULT 0
)`;

export type Migration = { name: string; sql: string /** sha256 of the file, hex */; checksum: string };

/** Why the database and the folder do not belong together. */
export type MigrationProblem = 'changed' | 'unknown' | 'unfinished';

/** Nothing was changed; a person has to look. */
export class MigrationRefused extends Error {
  override readonly name = 'MigrationRefused';
  constructor(
    readonly problem: MigrationProblem,
    readonly migration: string,
  ) {
    super(`migration ${migration}: ${problem}`);
  }
}

/** The migrations of a folder in Prisma's form, oldest first. */
export async function readMigrations(folder: string): Promise<Migration[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
  return Promise.all(
    names.map(async (name) => {
      const content = await readFile(path.join(folder, name, 'migration.sql'));
      return { name, sql: content.toString('utf8'), checksum: createHash('sha256').update(content).digest('hex') };
    }),
  );
}

/**
 * Applies what is pending, each migration in a transaction of its own; answers the names that were applied.
 * `upTo` stops after that migration. Throws MigrationRefused when an applied one changed, is unknown or did not finish.
 */
export async function applyMigrations(pool: Pool, folder: string, options: { upTo?: string } = {}): Promise<string[]> {
  const migrations = await readMigrations(folder);
  const client = await pool.connect();
  try {
    await client.query('SELECT pg_advisory_lock($1)', [PRISMA_LOCK]);
    await client.query(TABLE);
    refuseMismatch(await appliedRows(client), migrations);
    const umzug = new Umzug({
      migrations: upToName(migrations, options.upTo).map((migration) => runnable(client, migration)),
      storage: prismaStorage(client),
      logger: undefined,
    });
    const done = await umzug.up();
    return done.map(({ name }) => name);
  } finally {
    // A connection that broke has lost its lock with it; it must not go back to the pool.
    const unlocked = await client.query('SELECT pg_advisory_unlock($1)', [PRISMA_LOCK]).then(
      () => true,
      () => false,
    );
    client.release(!unlocked);
  }
}

/** Umzug's own `to` refuses a migration that is applied already. */
function upToName(migrations: Migration[], last: string | undefined): Migration[] {
  return last === undefined ? migrations : migrations.filter(({ name }) => name <= last);
}

type AppliedRow = { migration_name: string; checksum: string; finished: boolean };

async function appliedRows(client: PoolClient): Promise<AppliedRow[]> {
  const { rows } = await client.query<AppliedRow>(
    'SELECT migration_name, checksum, finished_at IS NOT NULL AS finished FROM "_prisma_migrations" WHERE rolled_back_at IS NULL ORDER BY migration_name',
  );
  return rows;
}

function refuseMismatch(applied: AppliedRow[], migrations: Migration[]): void {
  const checksums = new Map(migrations.map(({ name, checksum }) => [name, checksum]));
  for (const row of applied) {
    if (!row.finished) throw new MigrationRefused('unfinished', row.migration_name);
    const checksum = checksums.get(row.migration_name);
    if (checksum === undefined) throw new MigrationRefused('unknown', row.migration_name);
    if (checksum !== row.checksum) throw new MigrationRefused('changed', row.migration_name);
  }
}

/** The row is written in the migration's own transaction: a crash leaves both or neither. */
function runnable(client: PoolClient, { name, sql, checksum }: Migration): RunnableMigration<object> {
  return {
    name,
    up: async () => {
      await client.query('BEGIN');
      try {
        await client.query(sql);
        await client.query(
          `INSERT INTO "_prisma_migrations" (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
           VALUES ($1, $2, $3, now(), clock_timestamp(), 1)`,
          [randomUUID(), checksum, name],
        );
        await client.query('COMMIT');
      } catch (error) {
        await client.query('ROLLBACK').catch(() => undefined);
        throw error;
      }
    },
  };
}

function prismaStorage(client: PoolClient): UmzugStorage<object> {
  return {
    executed: async () => (await appliedRows(client)).map((row) => row.migration_name),
    // Already written by `up`, inside its transaction.
    logMigration: async () => undefined,
    unlogMigration: async ({ name }) => {
      throw new Error(`${name}: migrations only go forward`);
    },
  };
}
