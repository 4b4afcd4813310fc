import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { link, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import pg from 'pg';
import type { Header, Row, Trailer } from './backup-format';
import { type Table, tablesInOrder } from './table-order';

/** About how much of a table is held in memory at once. */
const BATCH_BYTES = 4 * 1024 * 1024;
const FIRST_BATCH_ROWS = 10;
const MAX_BATCH_ROWS = 5_000;
/** Bytes are written as hexadecimal: half is gained at once, more costs time for nothing. */
const GZIP_LEVEL = 3;

export type BackupOptions = { connectionString: string /** must not exist yet */; file: string; secret: string };

/**
 * Writes everything as of one moment, while the server goes on. The file appears when it is whole, and only its owner
 * can read it. Rejects with node's EEXIST when it is already there.
 */
export async function writeBackup({ connectionString, file, secret }: BackupOptions): Promise<{ rows: number }> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  const aside = `${file}.part`;
  const total = { rows: 0 };
  try {
    await client.query('BEGIN TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY');
    await client.query("SET LOCAL timezone = 'UTC'");
    const lines = Readable.from(backupLines(client, secret, total));
    await pipeline(
      lines,
      createGzip({ level: GZIP_LEVEL }),
      createWriteStream(aside, { mode: 0o600, flags: 'w', flush: true }),
    );
    await client.query('COMMIT');
    // Unlike a rename, a link never replaces a backup that is already there.
    await link(aside, file);
  } finally {
    await rm(aside, { force: true });
    await client.end();
  }
  return total;
}

async function* backupLines(client: pg.Client, secret: string, total: { rows: number }): AsyncGenerator<string> {
  const hash = createHash('sha256');
  const line = (value: Header | Row | Trailer) => `${JSON.stringify(value)}\n`;
  const hashed = (value: Header | Row) => {
    const text = line(value);
    hash.update(text);
    return text;
  };
  const header = await makeHeader(client, secret);
  yield hashed(header);
  const counts: number[] = [];
  for (const [index, table] of header.tables.entries()) {
    let rows = 0;
    for await (const batch of rowBatches(client, table)) {
      rows += batch.length;
      yield batch.map((row) => hashed([index, row])).join('');
    }
    counts.push(rows);
    total.rows += rows;
  }
  yield line({ end: true, rows: counts, sha256: hash.digest('hex') });
}

async function makeHeader(client: pg.Client, secret: string): Promise<Header> {
  const { rows: migrations } = await client.query<{ name: string; checksum: string }>(
    'SELECT migration_name AS name, checksum FROM "_prisma_migrations" WHERE rolled_back_at IS NULL ORDER BY migration_name',
  );
  return {
    format: 'knooppunt-backup',
    version: 1,
    createdAt: new Date().toISOString(),
    secret,
    migrations,
    tables: await tablesInOrder(client),
  };
}

/** Batches by size, not by count: a row is a few bytes in one table and a whole board in another. */
async function* rowBatches(client: pg.Client, { name }: Table): AsyncGenerator<string[]> {
  const table = client.escapeIdentifier(name);
  await client.query(`DECLARE backup_rows NO SCROLL CURSOR FOR SELECT t::text AS row FROM ${table} t`);
  let count = FIRST_BATCH_ROWS;
  for (;;) {
    const { rows } = await client.query<{ row: string }>(`FETCH ${count} FROM backup_rows`);
    if (rows.length === 0) break;
    yield rows.map(({ row }) => row);
    const average = rows.reduce((sum, { row }) => sum + row.length, 0) / rows.length;
    count = Math.min(MAX_BATCH_ROWS, Math.max(1, Math.floor(BATCH_BYTES / average)));
  }
  await client.query('CLOSE backup_rows');
}
