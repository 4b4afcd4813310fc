/** Runs programs of server/ as a user does, and waits for what they say. Ends only what it started. */
import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { repoRoot } from '@/tests/support/product';
import { until } from '@/tests/support/until';

/** The build that the end-to-end tests use as well: made once for all. */
const DIST = '.next-test';

export type Run = {
  child: ChildProcess;
  stdout: () => string;
  stderr: () => string;
  /** the exit code */
  ended: Promise<number | null>;
  said: (words: RegExp, timeoutMs?: number) => Promise<void>;
};

export type RunOptions = { program?: string; args?: string[]; cwd?: string; uid?: number; gid?: number };

/** Its own process group, as a terminal would make one. */
export function runProgram(
  env: Record<string, string>,
  { program = 'server/start.mjs', args = [], cwd = repoRoot, uid, gid }: RunOptions = {},
): Run {
  const child = spawn(process.execPath, [program, ...args], {
    cwd,
    detached: true,
    env: { PATH: process.env.PATH, HOME: cwd, NODE_ENV: 'production', LOG_LEVEL: 'warn', KNOOPPUNT_DIST: DIST, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    ...(uid !== undefined && { uid }),
    ...(gid !== undefined && { gid }),
  });
  const words = { out: '', err: '' };
  child.stdout?.on('data', (bytes) => {
    words.out += bytes;
  });
  child.stderr?.on('data', (bytes) => {
    words.err += bytes;
  });
  const ended = new Promise<number | null>((resolve) => child.once('close', (code) => resolve(code)));
  const said = async (expected: RegExp, timeoutMs = 60_000) => {
    const gone = ended.then((code) => {
      throw new Error(`ended with ${code} before it said ${expected}:\n${words.out}\n${words.err}`);
    });
    await Promise.race([until(() => expected.test(words.out), `it said ${expected}`, timeoutMs), gone]);
  };
  return { child, stdout: () => words.out, stderr: () => words.err, ended, said };
}

/** The build that clones take along; another test file may be making it just now. */
export async function buildOnce(): Promise<void> {
  const build = runProgram({}, { args: ['--prepare'] });
  if ((await build.ended) !== 0) throw new Error(`no build to test with: ${build.stderr()}`);
}
export const BUILD_MS = 300_000;

export const SIGN_IN = /\/inloggen\?sleutel=/;

/** As the process file says it; throws when there is none. */
export function pidIn(file: string): number {
  return Number.parseInt(readFileSync(file, 'utf8'), 10);
}

export const postmasterOf = (data: string): number => pidIn(path.join(data, 'postgres', 'postmaster.pid'));

/** One that has ended and waits to be reaped does not count. */
export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return !/^\d+ \(.*\) Z /s.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch (error) {
    // Where there is no /proc the signal alone has to tell.
    return (error as NodeJS.ErrnoException).code === 'ENOENT' && !existsSync('/proc/self');
  }
}

export function temporaryFolder(): string {
  return mkdtempSync(path.join(tmpdir(), 'knooppunt-start-'));
}

/** Stops what a test left behind in its own data folder, then removes the folder. */
export async function cleanUp(data: string, run?: Run): Promise<void> {
  if (run?.child.exitCode === null && run.child.pid) run.child.kill('SIGTERM');
  await run?.ended;
  const file = path.join(data, 'postgres', 'postmaster.pid');
  if (existsSync(file)) {
    const pid = pidIn(file);
    if (isRunning(pid)) process.kill(pid, 'SIGQUIT');
    await until(() => !isRunning(pid), 'the database stopped');
  }
  rmSync(data, { recursive: true, force: true });
}

const SOURCES =
  /^(app|components|lib|server|public|prisma|\.next-test|\.next-test-server)$|^(package|package-lock|tsconfig)\.json$|^(next|prisma)\.config\.|^(proxy\.ts|\.npmrc)$/;

/** A clone of this tree with its build, hard-linked where that works; it brings packages only when asked. */
export async function cloneInto(folder: string, packages: 'none' | 'link' | 'copy'): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const names = readdirSync(repoRoot).filter((entry) => SOURCES.test(entry));
  const modules = path.join(repoRoot, 'node_modules');
  if (packages === 'link') symlinkSync(modules, path.join(folder, 'node_modules'));
  for (const name of packages === 'copy' ? [...names, 'node_modules'] : names) {
    await copyTree(path.join(repoRoot, name), folder);
  }
}

async function copyTree(from: string, folder: string): Promise<void> {
  const linking = spawn('cp', ['-al', from, folder], { stdio: 'ignore' });
  const code = await new Promise((resolve) => linking.once('close', resolve));
  if (code === 0) return;
  cpSync(from, path.join(folder, path.basename(from)), { recursive: true, verbatimSymlinks: true, force: true });
}
