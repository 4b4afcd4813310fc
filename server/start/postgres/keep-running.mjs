import { isAlive } from '../alive.mjs';
import { sentence } from '../nl.mjs';
import { stopPostmaster } from './postmaster.mjs';

const LOOK_MS = 1_000;

/**
 * Starts the database again when it dies under a running server (out of memory, a stray kill): what was acknowledged
 * is on disk, and the server's connections come back by themselves.
 * @param {number} pid the postmaster
 * @param {() => Promise<number>} restart gives the new one
 * @returns {() => Promise<void>} stops it for good
 */
export function keepRunning(pid, restart) {
  let current = pid;
  let stopping = false;
  let restarting = Promise.resolve();
  let busy = false;
  const look = () => {
    if (busy || stopping || isAlive(current)) return;
    busy = true;
    process.stderr.write(`${sentence.databaseDied}\n`);
    restarting = restart()
      .then((next) => {
        current = next;
      })
      .catch((error) => {
        process.stderr.write(`${String(error?.message ?? error)}\n`);
      })
      .finally(() => {
        busy = false;
      });
  };
  const timer = setInterval(look, LOOK_MS);
  timer.unref();
  return async () => {
    stopping = true;
    clearInterval(timer);
    await restarting;
    await stopPostmaster(current);
  };
}
