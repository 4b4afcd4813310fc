/** Runs programs of server/ as a user does, and waits for what they say. Ends only what it started. */
import { type ChildProcess, spawn } from 'node:child_process';
import { chownSync, cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { repoRoot } from '@/tests/support/product';
import { until } from '@/tests/support/until';

/** The build that the end-to-end tests use as well: made once for all. */
export const DIST = '.next-test';

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

export const SIGN_IN = /\/inloggen\?sleutel=/;

/** As the process file says it; throws when there is none. */
export function pidIn(file: string): number {
  return Number.parseInt(readFileSync(file, 'utf8'), 10);
}

export const postmasterOf = (data: string): number => pidIn(path.join(data, 'postgres', 'postmaster.pid'));

export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch {
    return false;
  }
  return !/^\d+ \(.*\) Z /s.test(existsSync(`/proc/${pid}/stat`) ? readFileSync(`/proc/${pid}/stat`, 'utf8') : '');
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

const COPIED =
  /^(app|components|lib|server|public|prisma|node_modules|\.next-test|\.next-test-server)$|^(package|package-lock|tsconfig)\.json$|^(next|prisma)\.config\.|^(proxy\.ts|\.npmrc)$/;

/** A clone of this tree with its packages and its build, hard-linked where that works. */
export async function cloneInto(folder: string, owner?: { uid: number; gid: number }): Promise<void> {
  mkdirSync(folder, { recursive: true });
  for (const name of readdirSync(repoRoot).filter((entry) => COPIED.test(entry)))
    await copyTree(path.join(repoRoot, name), folder);
  if (owner) chownSync(folder, owner.uid, owner.gid);
}

async function copyTree(from: string, folder: string): Promise<void> {
  const linking = spawn('cp', ['-al', from, folder], { stdio: 'ignore' });
  const code = await new Promise((resolve) => linking.once('close', resolve));
  if (code !== 0)
    cpSync(from, path.join(folder, path.basename(from)), { recursive: true, verbatimSymlinks: true, force: true });
}
