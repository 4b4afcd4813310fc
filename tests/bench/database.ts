/** The bench's own PostgreSQL: the product's embedded one, with fsync, in a folder of its own that goes afterwards. */
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { Pool } from 'pg';
import { applyMigrations } from '../../lib/db/migrate';
import { insertBenchBoards } from '../../server/cli/bench-boards';
import { onLeave } from './clean-up';

type Account = { name: string; uid: number; gid: number };
type Cluster = { url: string; pid: number; stop: () => Promise<void> };
type ClusterModule = { openCluster: (place: { root: string; data: string; account?: Account }) => Promise<Cluster> };
type AccountModule = { unprivilegedAccount: () => Account };

const TEMPLATE = `INSERT INTO template_versions (id, slug, version, sha256, content) VALUES (gen_random_uuid(), 'meting', 1, '\\x00', '{}') RETURNING id`;

export type BenchDatabase = {
  url: string;
  postmaster: number;
  /** median of 50 commits of one row, in milliseconds: says what this disk's fsync costs */
  commitMs: number;
  newBoards: (count: number) => Promise<string[]>;
  /** true when the board's log has been compacted into a snapshot */
  hasSnapshot: (boardId: string) => Promise<boolean>;
};

async function load<T>(root: string, file: string): Promise<T> {
  return (await import(pathToFileURL(path.join(root, 'server/start/postgres', file)).href)) as T;
}

async function medianCommit(pool: Pool): Promise<number> {
  await pool.query('CREATE TABLE IF NOT EXISTS bench_commits (n int)');
  const times: number[] = [];
  for (let i = 0; i < 50; i += 1) {
    const start = performance.now();
    await pool.query('INSERT INTO bench_commits VALUES ($1)', [i]);
    times.push(performance.now() - start);
  }
  return times.sort((a, b) => a - b)[25] ?? Number.NaN;
}

/** The start shows its progress on stdout, which here is for the report alone. */
async function withoutStdout<T>(work: () => Promise<T>): Promise<T> {
  const write = process.stdout.write;
  process.stdout.write = process.stderr.write.bind(process.stderr) as typeof write;
  try {
    return await work();
  } finally {
    process.stdout.write = write;
  }
}

/** Starts a fresh cluster with the product's tables. */
export async function openBenchDatabase(root: string): Promise<BenchDatabase> {
  const { openCluster } = await load<ClusterModule>(root, 'cluster.mjs');
  const { unprivilegedAccount } = await load<AccountModule>(root, 'account.mjs');
  const data = mkdtempSync(path.join(process.env.BENCH_DATA ?? tmpdir(), 'knooppunt-bench-'));
  onLeave(() => rmSync(data, { recursive: true, force: true }));
  const asRoot = process.getuid?.() === 0;
  if (asRoot) chmodSync(data, 0o711);
  const place = { root, data, ...(asRoot && { account: unprivilegedAccount() }) };
  const cluster = await withoutStdout(() => openCluster(place));
  onLeave(() => cluster.stop());
  const pool = new Pool({ connectionString: cluster.url, max: 2 });
  onLeave(() => pool.end());
  await applyMigrations(pool, path.join(root, 'prisma/migrations'));
  const template = await pool.query<{ id: string }>(TEMPLATE);
  const templateId = template.rows[0]?.id ?? '';
  return {
    url: cluster.url,
    postmaster: cluster.pid,
    commitMs: await medianCommit(pool),
    newBoards: async (count) => (await insertBenchBoards(pool, count, 1, templateId)).boardIds,
    hasSnapshot: async (boardId) =>
      (await pool.query('SELECT 1 FROM board_snap WHERE board_id = $1', [boardId])).rows.length > 0,
  };
}
