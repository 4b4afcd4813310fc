/** The database behind the running product of an end-to-end test: for what a test lays down before anybody looks. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Pool } from 'pg';

/** `end` it after the test. */
export function e2ePool(): Pool {
  const data = process.env.KNOOPPUNT_E2E_DATA;
  if (!data) throw new Error('the product is not running; see tests/support/e2e-server.ts');
  const { port, password } = JSON.parse(readFileSync(path.join(data, 'postgres.json'), 'utf8')) as {
    port: number;
    password: string;
  };
  return new Pool({ connectionString: `postgresql://postgres:${password}@127.0.0.1:${port}/knooppunt`, max: 2 });
}
