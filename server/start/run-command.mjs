import { spawn } from 'node:child_process';
import { appendFileSync, writeFileSync } from 'node:fs';
import { sentence } from './nl.mjs';
import { isFullDisk, StartRefusal } from './refusal.mjs';

/** @type {Set<import('node:child_process').ChildProcess>} */
const running = new Set();

/**
 * Runs a program to its end, its words kept in a file that the refusal names.
 * @param {string} name the step, as its user knows it
 * @param {string} command
 * @param {string[]} args
 * @param {{ cwd: string, env?: NodeJS.ProcessEnv, log: string, uid?: number, gid?: number }} options
 * @returns {Promise<void>}
 */
export async function runCommand(name, command, args, { log, ...options }) {
  // The words go to a file: no colours.
  const env = { ...(options.env ?? process.env), NO_COLOR: '1', FORCE_COLOR: '0' };
  const child = spawn(command, args, { ...options, env, stdio: ['ignore', 'pipe', 'pipe'] });
  running.add(child);
  let words = '';
  const keep = (/** @type {Buffer} */ chunk) => {
    words = (words + chunk.toString()).slice(-100_000);
  };
  child.stdout.on('data', keep);
  child.stderr.on('data', keep);
  const code = await new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  }).finally(() => running.delete(child));
  if (code === 0) return;
  if (isFullDisk(words)) throw Object.assign(new Error(name), { code: 'ENOSPC' });
  keepLog(log, `${command} ${args.join(' ')} (exit ${code})\n${words}\n`);
  throw new StartRefusal(sentence.stepFailed(name, log));
}

/** Ends what is still being run; a SIGTERM reaches only the start itself, not its children. */
export function endCommands() {
  for (const child of running) child.kill('SIGTERM');
}

/** @param {string} file @param {string} words */
function keepLog(file, words) {
  try {
    writeFileSync(file, words, { mode: 0o600 });
  } catch {
    // The sentence still says which step failed; a log that cannot be written must not hide it.
    appendFileSync(process.stderr.fd, words);
  }
}
