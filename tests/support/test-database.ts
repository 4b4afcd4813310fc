/**
 * Vitest's global set-up: one real PostgreSQL for a whole run, and a template database with all migrations, of which
 * every test file gets a copy. Durability is on (fsync), because tests that kill things must not be told fairy tales;
 * TEST_DATABASE_URL names a cluster that is there already.
 */
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { Client } from 'pg';
import type { TestProject } from 'vitest/node';
import { startTestCluster, type TestCluster } from './test-cluster';

declare module 'vitest' {
  interface ProvidedContext {
    clusterUrl: string;
  }
}

export const TEMPLATE_DATABASE = 'knooppunt_template';

// Several vitest projects share the cluster; each loads this module apart, so the count is kept on the process.
type Shared = { users: number; cluster: Promise<TestCluster> | null };
const holder = globalThis as { knooppuntTestCluster?: Shared };
holder.knooppuntTestCluster ??= { users: 0, cluster: null };
const shared = holder.knooppuntTestCluster;

export async function setup(project: TestProject): Promise<void> {
  shared.users += 1;
  shared.cluster ??= start();
  project.provide('clusterUrl', (await shared.cluster).url);
}

export async function teardown(): Promise<void> {
  shared.users -= 1;
  if (shared.users === 0) await (await shared.cluster)?.stop();
}

async function start(): Promise<TestCluster> {
  const given = process.env.TEST_DATABASE_URL;
  const cluster = given ? { url: given, stop: async () => undefined } : await startTestCluster();
  await makeTemplate(cluster.url);
  return cluster;
}

async function makeTemplate(clusterUrl: string): Promise<void> {
  const admin = new Client({ connectionString: clusterUrl });
  await admin.connect();
  await admin.query(`drop database if exists ${TEMPLATE_DATABASE}`);
  await admin.query(`create database ${TEMPLATE_DATABASE}`);
  await admin.end();
  const url = new URL(clusterUrl);
  url.pathname = `/${TEMPLATE_DATABASE}`;
  const client = new Client({ connectionString: url.href });
  await client.connect();
  for (const migration of await migrations()) await client.query(migration);
  await client.end();
}

/** The SQL of every migration, in order. */
async function migrations(): Promise<string[]> {
  const root = path.resolve(import.meta.dirname, '../../prisma/migrations');
  const folders = (await readdir(root, { withFileTypes: true })).filter((entry) => entry.isDirectory());
  const files = folders.map((folder) => path.join(root, folder.name, 'migration.sql')).sort();
  return Promise.all(files.map((file) => readFile(file, 'utf8')));
}
