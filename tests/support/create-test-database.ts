import { randomBytes } from 'node:crypto';
import { Client, Pool } from 'pg';
import { inject } from 'vitest';
import { TEMPLATE_DATABASE } from './test-database';

export type TestDatabase = { url: string; pool: Pool; drop(): Promise<void> };

/** A fresh database with all migrations, for one test file; `drop` it in afterAll. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const clusterUrl = inject('clusterUrl');
  const name = `test_${randomBytes(8).toString('hex')}`;
  await asAdmin(clusterUrl, `create database ${name} template ${TEMPLATE_DATABASE}`);
  const url = new URL(clusterUrl);
  url.pathname = `/${name}`;
  const pool = new Pool({ connectionString: url.href, max: 10 });
  // A test that cuts connections is told so by its queries; the pool's idle ones need not say it again.
  pool.on('error', () => undefined);
  return {
    url: url.href,
    pool,
    async drop() {
      await pool.end();
      await asAdmin(clusterUrl, `drop database if exists ${name} with (force)`);
    },
  };
}

async function asAdmin(clusterUrl: string, sql: string): Promise<void> {
  const client = new Client({ connectionString: clusterUrl });
  await client.connect();
  await client.query(sql).finally(() => client.end());
}
