/** Starts the real product (`node server/start.mjs`) on its own port, data and build folder, and stops it by pid. */
import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';

export const repoRoot = path.resolve(import.meta.dirname, '../..');
const SIGN_IN = /https?:\/\/\S+\/inloggen\?sleutel=[\w-]+/;

export type Product = {
  url: string;
  port: number;
  data: string;
  /** the newest one-time link, with the address of this machine that the tests use */
  signInPath: string;
  output: () => string;
  /** the process that listens, from the file in the data folder */
  serverPid: () => number;
  stop: () => Promise<number | null>;
  kill: () => Promise<void>;
};

function exited(child: ChildProcess): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve(child.exitCode);
  return new Promise((resolve) => child.once('exit', (code) => resolve(code)));
}

function waitForLink(child: ChildProcess, output: () => string, timeoutMs: number): Promise<string> {
  return new Promise((resolve, reject) => {
    const look = () => {
      const found = SIGN_IN.exec(output());
      if (found) resolve(found[0]);
    };
    child.stdout?.on('data', look);
    child.once('exit', (code) => reject(new Error(`start ended with ${code} before it printed a link:\n${output()}`)));
    setTimeout(() => reject(new Error(`no sign-in link after ${timeoutMs} ms:\n${output()}`)), timeoutMs).unref();
  });
}

export type ProductOptions = {
  port: number;
  data: string;
  cwd?: string;
  env?: Record<string, string>;
  timeoutMs?: number;
};

export async function startProduct({
  port,
  data,
  cwd = repoRoot,
  env = {},
  timeoutMs = 240_000,
}: ProductOptions): Promise<Product> {
  const child = spawn(process.execPath, ['server/start.mjs'], {
    cwd,
    env: {
      ...process.env,
      PORT: String(port),
      KNOOPPUNT_DATA: data,
      KNOOPPUNT_DIST: '.next-test',
      LOG_LEVEL: 'warn',
      DATABASE_URL: '',
      NODE_ENV: 'production',
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  child.stdout.on('data', (bytes) => {
    said += bytes;
  });
  child.stderr.on('data', (bytes) => {
    said += bytes;
  });
  const link = new URL(await waitForLink(child, () => said, timeoutMs));
  const serverPid = () => Number(readFileSync(path.join(data, 'server.pid'), 'utf8').trim());
  return {
    url: `http://127.0.0.1:${port}`,
    port,
    data,
    signInPath: link.pathname + link.search,
    output: () => said,
    serverPid,
    stop: () => {
      child.kill('SIGTERM');
      return exited(child);
    },
    kill: async () => {
      process.kill(serverPid(), 'SIGKILL');
      await exited(child);
    },
  };
}
