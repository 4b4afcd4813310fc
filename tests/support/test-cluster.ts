/**
 * One throw-away PostgreSQL cluster, made and run as the start does, with two differences: it is in this process's
 * group, so that a test run that is cut off takes it along, and everything of it is in one folder that goes afterwards.
 */
import { execFile, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { chmod, chown, mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { freePort } from './free-port';

const ROOT = path.resolve(import.meta.dirname, '../..');
/** Several test files at once, each with pools of its own. */
const MAX_CONNECTIONS = 200;
const run = promisify(execFile);

type Account = { uid: number; gid: number };
type Start = {
  unprivilegedAccount: () => Account;
  postgresBinaries: (root: string, data: string, account: Account | undefined) => Promise<{ folder: string }>;
  initdbArguments: (folder: string, passwordFile: string) => string[];
  postgresArguments: (folder: string, port: number, maxConnections: number) => string[];
  waitUntilReady: (url: string) => Promise<void>;
};

export type TestCluster = { url: string; stop(): Promise<void> };

/** The start is plain JavaScript, because it runs before TypeScript can. */
async function start(): Promise<Start> {
  const files = ['account', 'binaries', 'arguments', 'connection'];
  const parts = await Promise.all(
    files.map((file) => import(path.join(ROOT, `server/start/postgres/${file}.mjs`)) as Promise<Partial<Start>>),
  );
  return Object.assign({}, ...parts) as Start;
}

export async function startTestCluster(): Promise<TestCluster> {
  const { unprivilegedAccount, postgresBinaries, initdbArguments, postgresArguments, waitUntilReady } = await start();
  const account = process.getuid?.() === 0 ? unprivilegedAccount() : undefined;
  const folder = await temporaryFolder();
  const own = { ...(account && { uid: account.uid, gid: account.gid }), cwd: folder };
  const bin = path.join((await postgresBinaries(ROOT, folder, account)).folder, 'bin');
  const [data, passwordFile] = [path.join(folder, 'data'), path.join(folder, 'password')];
  const password = randomBytes(18).toString('hex');
  await writeFile(passwordFile, password, { mode: 0o644 });
  if (account) await chown(folder, account.uid, account.gid);
  await run(path.join(bin, 'initdb'), [...initdbArguments(data, passwordFile), '--no-sync'], own);
  const port = await freePort();
  const args = postgresArguments(data, port, MAX_CONNECTIONS);
  const server = spawn(path.join(bin, 'postgres'), args, { ...own, stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  server.stderr.on('data', (chunk: Buffer) => {
    said = (said + chunk.toString()).slice(-4_000);
  });
  const exited = once(server, 'exit');
  const died = exited.then(() => Promise.reject(new Error(`PostgreSQL did not start: ${said}`)));
  const url = `postgresql://postgres:${password}@127.0.0.1:${port}/postgres`;
  await Promise.race([waitUntilReady(url), died]);
  died.catch(() => undefined);
  return {
    url,
    async stop() {
      server.kill('SIGINT');
      await exited;
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Root runs it as another user, who has to come this far. */
async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(path.join((await isOpen(tmpdir())) ? tmpdir() : '/tmp', 'knooppunt-test-'));
  await chmod(folder, 0o755);
  return folder;
}

async function isOpen(folder: string): Promise<boolean> {
  for (let at = path.resolve(folder); ; at = path.dirname(at)) {
    if (((await stat(at)).mode & 0o001) === 0) return false;
    if (at === path.dirname(at)) return true;
  }
}
