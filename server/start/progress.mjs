import { progress } from './nl.mjs';

/** @typedef {<T>(name: string, work: () => Promise<T>) => Promise<T>} Step */

const SHOW_AFTER_MS = 2_000;
const LINE_EVERY_MS = 5_000;

/**
 * Runs one step of the start; says nothing when it is quick, else which step it is and for how long.
 * A terminal gets one line that counts, a log file a line every five seconds.
 * @type {Step}
 */
export async function step(name, work) {
  const started = Date.now();
  const seconds = () => Math.round((Date.now() - started) / 1000);
  const out = process.stdout;
  let shown = false;
  const show = () => {
    const line = progress.running(name, seconds());
    out.write(out.isTTY ? `\r\u001B[K${line}` : `${line}\n`);
    shown = true;
  };
  /** @type {NodeJS.Timeout | undefined} */
  let every;
  const first = setTimeout(() => {
    show();
    every = setInterval(show, out.isTTY ? 1_000 : LINE_EVERY_MS);
  }, SHOW_AFTER_MS);
  try {
    const result = await work();
    if (shown) out.write(`${out.isTTY ? '\r\u001B[K' : ''}${progress.done(name, seconds())}\n`);
    return result;
  } catch (error) {
    if (shown && out.isTTY) out.write('\n');
    throw error;
  } finally {
    clearTimeout(first);
    clearInterval(every);
  }
}
