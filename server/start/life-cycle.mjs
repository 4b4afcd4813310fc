import { sentence } from './nl.mjs';
import { sentenceOf } from './refusal.mjs';
import { endCommands } from './run-command.mjs';

/**
 * @typedef {object} LifeCycle
 * @property {(work: () => Promise<void>) => Promise<void>} live runs it; done without serving is exit code 0, a failure one sentence and exit code 1
 * @property {(end: () => unknown) => void} onEnd what has to be ended, last one first
 * @property {() => void} goOn throws when a signal came meanwhile
 * @property {() => void} nowServing
 * @property {(folder: string) => void} writesTo the folder a full disk is about
 */

class Interrupted extends Error {}

/** Longer than the server's own ten seconds and the database's stop together; then whatever hangs is left behind. */
const LEAVING_AT_MOST_MS = 30_000;

/**
 * Who listened to our words may be gone: a closed terminal, a test that was cut off. Writing to a closed pipe is an
 * error event, and saying so would be the next one; so those words are dropped and the work goes on.
 */
function outliveListeners() {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (/** @type {NodeJS.ErrnoException} */ error) => {
      if (error.code !== 'EPIPE' && error.code !== 'EIO') throw error;
    });
  }
}

/**
 * One way out of the process, whether by Ctrl-C, SIGTERM, a closed terminal, a failed step or a bug:
 * everything that was begun is ended in reverse order, so the database goes last.
 * @param {string} root
 * @returns {LifeCycle}
 */
export function lifeCycle(root) {
  /** @type {(() => unknown)[]} */
  const ends = [];
  let folder = root;
  let serving = false;
  let interrupted = false;
  /** @type {Promise<void>} */
  let starting = Promise.resolve();
  /** @type {Promise<never> | undefined} */
  let leaving;

  outliveListeners();
  const leave = async (/** @type {number} */ code) => {
    setTimeout(() => process.exit(1), LEAVING_AT_MOST_MS).unref();
    for (const end of ends.reverse()) {
      try {
        await end();
      } catch (error) {
        code = 1;
        process.stderr.write(`${sentenceOf(error, folder)}\n`);
      }
    }
    if (serving && code === 0) process.stdout.write(`${sentence.stopped}\n`);
    process.exit(code);
  };
  const fail = (/** @type {unknown} */ error) => {
    process.stderr.write(`${serving ? sentence.serverDied(String(error)) : sentenceOf(error, folder)}\n`);
    if (serving && error instanceof Error) process.stderr.write(`${error.stack}\n`);
    leaving ??= leave(1);
    return leaving;
  };
  // npm passes a signal on that the terminal sent as well: the second one must not cut the flush short.
  const onSignal = async () => {
    if (interrupted) return;
    interrupted = true;
    if (serving) process.stdout.write(`\n${sentence.stopping}\n`);
    endCommands();
    await starting.catch(() => undefined);
    leaving ??= leave(0);
  };
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) process.on(signal, onSignal);
  process.on('uncaughtException', fail);

  return {
    async live(work) {
      starting = work();
      try {
        await starting;
        if (!serving && !interrupted) await leave(0);
      } catch (error) {
        if (!interrupted) await fail(error);
      }
    },
    onEnd: (end) => ends.push(end),
    goOn() {
      if (interrupted) throw new Interrupted('interrupted');
    },
    nowServing() {
      serving = true;
    },
    writesTo(path) {
      folder = path;
    },
  };
}
