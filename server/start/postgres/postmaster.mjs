import { realpathSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { commandOf, isAlive, readPid, waitUntilGone } from '../alive.mjs';

const FAST_MS = 8_000;
const IMMEDIATE_MS = 4_000;

/**
 * The postmaster that runs on a cluster's folder, if one does. A lock file whose process is gone, or is something
 * else by now, is removed: PostgreSQL itself would take any process with that id for a running postmaster.
 * @param {string} folder
 * @returns {number | undefined}
 */
export function runningPostmaster(folder) {
  const file = join(folder, 'postmaster.pid');
  const pid = readPid(file);
  if (!pid) return undefined;
  if (isAlive(pid) && isPostgresOf(pid, folder)) return pid;
  rmSync(file, { force: true });
  return undefined;
}

/** @param {number} pid @param {string} folder */
function isPostgresOf(pid, folder) {
  const command = commandOf(pid);
  return (
    /\bpostgres\b/.test(command) &&
    [folder, realpathSync(folder)].some((path) => command.includes(` ${path} `) || command.endsWith(` ${path}`))
  );
}

/**
 * Stops a cluster: fast (open transactions roll back, everything committed is on disk), then harder.
 * @param {number} pid
 * @returns {Promise<void>}
 */
export async function stopPostmaster(pid) {
  for (const [signal, ms] of /** @type {const} */ ([
    ['SIGINT', FAST_MS],
    ['SIGQUIT', IMMEDIATE_MS],
    ['SIGKILL', IMMEDIATE_MS],
  ])) {
    if (!send(pid, signal)) return;
    if (await waitUntilGone(pid, ms)) return;
  }
}

/** @param {number} pid @param {NodeJS.Signals} signal @returns {boolean} false when it is gone */
function send(pid, signal) {
  try {
    return process.kill(pid, signal);
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === 'ESRCH') return false;
    throw error;
  }
}
