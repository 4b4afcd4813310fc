/** Structured log on standard output; never a name, a code, a link or a ballot. */
import pino, { type Logger } from 'pino';
import { env } from './env';

let root: Logger | undefined;

/** The log of this process. */
export function log(): Logger {
  root ??= pino({ level: env().LOG_LEVEL, base: null });
  return root;
}
