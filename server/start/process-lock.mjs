import { rmSync, writeFileSync } from 'node:fs';
import { commandOf, isAlive, readPid } from './alive.mjs';

const OURS = /\b(start|backup|restore)\.mjs\b/;

/**
 * Takes a lock file that holds our process id; one left by a process that is gone is taken over.
 * @param {string} file
 * @returns {{ taken: true, release: () => void } | { taken: false, pid: number }}
 */
export function takeLock(file) {
  for (let attempt = 0; attempt < 5; attempt++) {
    try {
      writeFileSync(file, `${process.pid}\n`, { flag: 'wx' });
      return { taken: true, release: () => rmSync(file, { force: true }) };
    } catch (error) {
      if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EEXIST') throw error;
    }
    const holder = lockHolder(file);
    if (holder) return { taken: false, pid: holder };
    rmSync(file, { force: true });
  }
  throw new Error(`the lock ${file} keeps changing hands`);
}

/**
 * The process that holds a lock, if it still runs. In a container a new process may carry the old one's id:
 * our own id is never another holder.
 * @param {string} file
 * @returns {number | undefined}
 */
function lockHolder(file) {
  const pid = readPid(file);
  if (!pid || pid === process.pid || !isAlive(pid)) return undefined;
  return OURS.test(commandOf(pid)) ? pid : undefined;
}
