import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { sentence, steps } from '../nl.mjs';
import { step } from '../progress.mjs';
import { StartRefusal } from '../refusal.mjs';
import { runCommand } from '../run-command.mjs';
import { initdbArguments, postgresArguments } from './arguments.mjs';
import { postgresBinaries } from './binaries.mjs';
import { canConnect, createDatabase, waitUntilReady } from './connection.mjs';
import { keepRunning } from './keep-running.mjs';
import { runningPostmaster, stopPostmaster } from './postmaster.mjs';

/**
 * @typedef {import('./account.mjs').Account} Account
 * @typedef {{ port: number, password: string }} Access what postgres.json keeps
 * @typedef {{ url: string, pid: number, adopted: boolean, stop: () => Promise<void> }} Cluster
 */

const LOG_LIMIT = 5 * 1024 * 1024;
const MAX_CONNECTIONS = 100;

/**
 * Opens the embedded PostgreSQL of a data folder: makes it, adopts one that a killed start left running, or starts it.
 * It runs in a process group of its own and outlives this process until `stop`.
 * @param {{ root: string, data: string, account?: Account }} place
 * @returns {Promise<Cluster>}
 */
export async function openCluster(place) {
  const { data, account } = place;
  const folder = join(data, 'postgres');
  const programs = await postgresBinaries(place.root, data, account);
  const access = readAccess(data);
  if (!existsSync(folder))
    await step(steps.createDatabase, () => initialise(data, programs.folder, access.password, account));
  refuseOtherVersion(folder, programs.major);
  const left = runningPostmaster(folder);
  const adopted = left !== undefined && (await canConnect(urlOf(access, 'postgres')));
  if (left !== undefined && !adopted) await stopPostmaster(left);
  const restart = () => start(data, programs.folder, access, account);
  const pid = adopted ? left : await step(steps.database, restart);
  const url = await createDatabase(urlOf(access, 'postgres'), urlOf(access, 'knooppunt')).catch(async (error) => {
    // Nobody has been told how to stop it yet.
    if (!adopted) await stopPostmaster(pid);
    throw error;
  });
  return { url, pid, adopted, stop: keepRunning(pid, restart) };
}

/** @param {Access} access @param {string} database */
function urlOf({ port, password }, database) {
  return `postgresql://postgres:${password}@127.0.0.1:${port}/${database}`;
}

/**
 * Written before the cluster is made: without the password a cluster is of no use.
 * @param {string} data
 * @returns {Access}
 */
function readAccess(data) {
  const file = join(data, 'postgres.json');
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8'));
  if (existsSync(join(data, 'postgres'))) throw new StartRefusal(sentence.passwordLost(file));
  return writeAccess(data, { port: 0, password: randomBytes(24).toString('hex') });
}

/** @param {string} data @param {Access} access */
function writeAccess(data, access) {
  const aside = join(data, 'postgres.json.new');
  writeFileSync(aside, `${JSON.stringify(access)}\n`, { mode: 0o600 });
  renameSync(aside, join(data, 'postgres.json'));
  return access;
}

/**
 * Made aside and then renamed, so that an interrupted start leaves no half cluster.
 * @param {string} data
 * @param {string} programs
 * @param {string} password
 * @param {Account | undefined} account
 */
async function initialise(data, programs, password, account) {
  const aside = join(data, 'postgres.new');
  const passwordFile = join(data, 'postgres.password');
  rmSync(aside, { recursive: true, force: true });
  mkdirSync(aside, { mode: 0o700 });
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
  if (account) for (const path of [aside, passwordFile]) chownSync(path, account.uid, account.gid);
  const args = initdbArguments(aside, passwordFile);
  try {
    await runCommand(steps.createDatabase, join(programs, 'bin', 'initdb'), args, {
      cwd: aside,
      env: childEnv(),
      log: join(data, 'initdb.log'),
      ...identity(account),
    });
  } finally {
    rmSync(passwordFile, { force: true });
  }
  renameSync(aside, join(data, 'postgres'));
}

/** @param {string} folder @param {string} major */
function refuseOtherVersion(folder, major) {
  const found = readFileSync(join(folder, 'PG_VERSION'), 'utf8').trim();
  if (found !== major) throw new StartRefusal(sentence.clusterVersion(found, major));
}

/**
 * @param {string} data
 * @param {string} programs
 * @param {Access} access
 * @param {Account | undefined} account
 * @returns {Promise<number>} the postmaster's process id
 */
async function start(data, programs, access, account) {
  const port = await freePort(access.port);
  if (port !== access.port) Object.assign(access, writeAccess(data, { ...access, port }));
  const log = openLog(data);
  const args = postgresArguments(join(data, 'postgres'), port, MAX_CONNECTIONS);
  // A process group of its own: Ctrl-C reaches every process of the terminal's group, and the last flush needs a database.
  const child = spawn(join(programs, 'bin', 'postgres'), args, {
    cwd: '/',
    env: childEnv(),
    detached: true,
    stdio: ['ignore', log, log],
    ...identity(account),
  });
  closeSync(log);
  const died = new Promise((_, reject) => {
    child.once('error', reject);
    child.once('exit', () => reject(new StartRefusal(sentence.clusterFailed(join(data, 'postgres.log')))));
  });
  died.catch(() => undefined);
  child.unref();
  try {
    await Promise.race([waitUntilReady(urlOf(access, 'postgres')), died]);
  } catch (error) {
    if (child.pid) await stopPostmaster(child.pid);
    throw error;
  }
  return child.pid ?? 0;
}

/** @param {string} data @returns {number} a file descriptor */
function openLog(data) {
  const file = join(data, 'postgres.log');
  if (existsSync(file) && statSync(file).size > LOG_LIMIT) renameSync(file, `${file}.1`);
  return openSync(file, 'a', 0o600);
}

/** The kept port while it is free, else any other. @param {number} kept @returns {Promise<number>} */
async function freePort(kept) {
  const server = createServer();
  const listening = await new Promise((resolve) => {
    server.once('error', () => resolve(false));
    server.listen({ host: '127.0.0.1', port: kept, exclusive: true }, () => resolve(true));
  });
  if (!listening) return freePort(0);
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** @param {Account | undefined} account */
function identity(account) {
  return account ? { uid: account.uid, gid: account.gid } : {};
}

/** None of our own variables: they hold secrets, and PG* ones would redirect the programs. */
function childEnv() {
  return { PATH: process.env.PATH ?? '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' };
}
