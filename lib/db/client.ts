/**
 * One pool of connections for this process, used by Prisma and by pg alike.
 * It hangs on globalThis: Next bundles every route apart, and each bundle would open its own.
 */
import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import { env } from '@/lib/env';
import { log } from '@/lib/log';
import { PrismaClient } from './generated/client';

export type { PrismaClient };

const MAX_CONNECTIONS = 16;
const CONNECT_TIMEOUT_MS = 10_000;

type Closer = () => Promise<void>;
type Database = { pool?: pg.Pool; prisma?: PrismaClient; closers?: Set<Closer> };
const shared = globalThis as typeof globalThis & { [key: symbol]: Database | undefined };
const KEY = Symbol.for('knooppunt.database');

function database(): Database {
  shared[KEY] ??= {};
  return shared[KEY];
}

/** The pool for what Prisma cannot say: locks, NOTIFY, the sync log. */
export function pgPool(): pg.Pool {
  const at = database();
  if (!at.pool) {
    at.pool = new pg.Pool({
      connectionString: env().DATABASE_URL,
      max: MAX_CONNECTIONS,
      connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    });
    // An idle connection that breaks is replaced by the pool; without a listener it would end the process.
    at.pool.on('error', (error) => log().warn({ err: error }, 'idle database connection lost'));
  }
  return at.pool;
}

/** The Prisma client, made at first use. */
export function prisma(): PrismaClient {
  const at = database();
  at.prisma ??= new PrismaClient({ adapter: new PrismaPg(pgPool()) });
  return at.prisma;
}

/** What has a connection of its own: ended first when the database is closed. */
export function closeWithDatabase(close: Closer): void {
  const at = database();
  at.closers ??= new Set();
  at.closers.add(close);
}

/** Ends all connections; the next call of prisma() or pgPool() opens new ones. */
export async function closeDatabase(): Promise<void> {
  const { pool, prisma: client, closers = [] } = database();
  shared[KEY] = {};
  for (const close of closers) await close();
  await client?.$disconnect();
  await pool?.end();
}
