import pg from 'pg';
import { applyMigrations, readMigrations } from '../migrate';
import { inPgTransaction } from '../pg-transaction';
import { SERVER_LOCK } from '../server-lock';
import { BackupRefused, type Header } from './backup-format';
import { backupRows, verifyBackup } from './read-backup';
import { derivedTables, tablesInOrder } from './table-order';

const BATCH_BYTES = 4 * 1024 * 1024;
const BATCH_ROWS = 500;

export type RestoreOptions = {
  connectionString: string;
  file: string;
  /** prisma/migrations */
  migrations: string;
  /** put it in the place of the workshops that are there */
  replace?: boolean;
  /** called before anything is replaced */
  keepCurrent?: () => Promise<void>;
};

/**
 * Makes the database what it was when the backup was written, then brings it to this version. Throws BackupRefused,
 * with nothing changed, when the file is not whole, comes from a newer version, or the database is in use or not empty.
 */
export async function restoreBackup(options: RestoreOptions): Promise<{ rows: number; secret: string }> {
  const header = await verifyBackup(options.file);
  await refuseOtherVersion(header, options.migrations);
  const pool = new pg.Pool({ connectionString: options.connectionString, max: 3 });
  const guard = await pool.connect();
  try {
    const { rows: locks } = await guard.query<{ taken: boolean }>('SELECT pg_try_advisory_lock($1) AS taken', [
      SERVER_LOCK,
    ]);
    if (!locks[0]?.taken) throw new BackupRefused('in-use');
    const isInUse = await hasWorkshops(guard);
    if (isInUse && !options.replace) throw new BackupRefused('not-empty');
    if (isInUse) await options.keepCurrent?.();
    await toVersionOf(header, pool, options.migrations);
    const rows = await load(pool, header, options.file);
    await applyMigrations(pool, options.migrations);
    return { rows, secret: header.secret };
  } finally {
    guard.release(true);
    await pool.end();
  }
}

async function refuseOtherVersion({ migrations }: Header, folder: string): Promise<void> {
  const ours = await readMigrations(folder);
  const known = migrations.every(
    ({ name, checksum }, index) => ours[index]?.name === name && ours[index]?.checksum === checksum,
  );
  if (!known || migrations.length === 0) throw new BackupRefused('other-version');
}

async function hasWorkshops(client: pg.ClientBase): Promise<boolean> {
  const { rows } = await client.query<{ there: boolean }>("SELECT to_regclass('workshops') IS NOT NULL AS there");
  if (!rows[0]?.there) return false;
  const { rowCount } = await client.query('SELECT 1 FROM workshops LIMIT 1');
  return (rowCount ?? 0) > 0;
}

/** The tables as they were at the backup: a newer database is made anew, an older or empty one is brought up to it. */
async function toVersionOf({ migrations }: Header, pool: pg.Pool, folder: string): Promise<void> {
  const last = migrations.at(-1)?.name ?? '';
  const { rows } = await pool.query<{ newer: boolean }>(
    `SELECT to_regclass('_prisma_migrations') IS NOT NULL AS newer`,
  );
  if (rows[0]?.newer) {
    const { rowCount } = await pool.query('SELECT 1 FROM "_prisma_migrations" WHERE migration_name > $1 LIMIT 1', [
      last,
    ]);
    if (rowCount) await pool.query('DROP SCHEMA public CASCADE; CREATE SCHEMA public');
  }
  await applyMigrations(pool, folder, { upTo: last });
}

/** All or nothing. TRUNCATE goes past the trigger that keeps template versions immutable: they are replaced as a whole. */
async function load(pool: pg.Pool, header: Header, file: string): Promise<number> {
  return inPgTransaction(pool, async (client) => {
    await client.query("SET LOCAL timezone = 'UTC'");
    const there = await tablesInOrder(client);
    if (JSON.stringify(there) !== JSON.stringify(header.tables)) throw new BackupRefused('other-version');
    const names = header.tables.map(({ name }) => client.escapeIdentifier(name));
    const derived = (await derivedTables(client)).map((name) => client.escapeIdentifier(name));
    await client.query(`TRUNCATE ${[...names, ...derived].join(', ')}`);
    let rows = 0;
    for await (const { table, batch } of batches(file)) {
      await insert(client, names[table] ?? '', batch);
      rows += batch.length;
    }
    return rows;
  });
}

async function insert(client: pg.ClientBase, table: string, rows: string[]): Promise<void> {
  // An array of the table's own row type: each row is read once, by PostgreSQL itself.
  await client.query(`INSERT INTO ${table} SELECT * FROM unnest($1::${table}[])`, [rows]);
}

async function* batches(file: string): AsyncGenerator<{ table: number; batch: string[] }> {
  let table = 0;
  let batch: string[] = [];
  let bytes = 0;
  for await (const [index, row] of backupRows(file)) {
    if (batch.length > 0 && (index !== table || batch.length >= BATCH_ROWS || bytes >= BATCH_BYTES)) {
      yield { table, batch };
      batch = [];
      bytes = 0;
    }
    table = index;
    batch.push(row);
    bytes += row.length;
  }
  if (batch.length > 0) yield { table, batch };
}
