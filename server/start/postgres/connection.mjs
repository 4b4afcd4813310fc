import { databaseReasons, sentence } from '../nl.mjs';
import { StartRefusal } from '../refusal.mjs';

const READY_MS = 120_000;
const CONNECT_MS = 10_000;

/**
 * Connects, does the work, disconnects. `pg` is imported late: this file is read before it is installed.
 * @template T
 * @param {string} url
 * @param {(client: import('pg').Client) => Promise<T>} work
 * @returns {Promise<T>}
 */
async function withClient(url, work) {
  const { default: pg } = await import('pg');
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: CONNECT_MS });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return await work(client);
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** @param {string} url */
export async function canConnect(url) {
  return withClient(url, (client) => client.query('SELECT 1')).then(
    () => true,
    () => false,
  );
}

/**
 * Waits for a database that is starting; after a crash it first replays its log.
 * @param {string} url
 */
export async function waitUntilReady(url) {
  const until = Date.now() + READY_MS;
  for (;;) {
    try {
      await withClient(url, (client) => client.query('SELECT 1'));
      return;
    } catch (error) {
      const { code } = /** @type {{ code?: string }} */ (error);
      if (Date.now() > until || !(code === 'ECONNREFUSED' || code === '57P03')) throw error;
    }
    await new Promise((resolve) => setTimeout(resolve, 30));
  }
}

/**
 * @param {string} maintenanceUrl
 * @param {string} url of the database that has to be there
 * @returns {Promise<string>} url
 */
export async function createDatabase(maintenanceUrl, url) {
  const name = new URL(url).pathname.slice(1);
  await withClient(maintenanceUrl, async (client) => {
    const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [name]);
    if (!rowCount) await client.query(`CREATE DATABASE "${name}"`);
  });
  return url;
}

/**
 * Refuses with a sentence when the database of DATABASE_URL cannot be used; never repeats the address: it holds a password.
 * @param {string} url
 */
export async function refuseUnreachable(url) {
  try {
    await withClient(url, (client) => client.query('SELECT 1'));
  } catch (error) {
    throw new StartRefusal(sentence.databaseRefuses(reasonOf(error)));
  }
}

/** @param {unknown} error */
function reasonOf(error) {
  const { code, errors, message } = /** @type {{ code?: string, errors?: { code?: string }[], message?: string }} */ (
    error
  );
  const known = databaseReasons[code ?? errors?.[0]?.code ?? ''];
  return known ?? String(message ?? code).split('\n')[0] ?? '';
}
