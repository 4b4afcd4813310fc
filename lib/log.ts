/** The log of the process: one JSON line per event on stdout, without anything that lets a reader in or names a person. */
import pino, { type Logger } from 'pino';
import { logLevel } from './env';

const SECRET_KEYS = [
  'cookie',
  'authorization',
  'set-cookie',
  'token',
  'code',
  'secret',
  'password',
  'sleutel',
  'name',
  'email',
  'text',
];

let root: Logger | undefined;

/** The logger, made at first use: importing a module must not need an environment. */
export function log(): Logger {
  root ??= createLog(logLevel());
  return root;
}

/** A logger with the house's redaction; `destination` is for tests. */
export function createLog(level: string, destination?: pino.DestinationStream): Logger {
  const options: pino.LoggerOptions = {
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label) => ({ level: label }) },
    redact: { paths: SECRET_KEYS.flatMap((key) => [`["${key}"]`, `*["${key}"]`, `*.*["${key}"]`]), censor: '[weg]' },
    serializers: { err: describeError, url: hideSecrets },
  };
  return destination ? pino(options, destination) : pino(options);
}

/** Of an error what helps to find it; PostgreSQL's `detail` and Prisma's `meta` quote the values of rows. */
function describeError(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { message: hideSecrets(String(error)) };
  const { code } = error as Error & { code?: unknown };
  const cause = error.cause instanceof Error ? describeError(error.cause) : undefined;
  return {
    type: error.name,
    ...(typeof code === 'string' && { errorCode: code }),
    message: hideSecrets(error.message),
    stack: hideSecrets(error.stack ?? ''),
    ...(cause && { cause }),
  };
}

/** Takes out what opens a door: passwords in addresses, keys in queries, and path parts as long as a link's token. */
function hideSecrets(text: string): string {
  return text
    .replaceAll(/(\w+:\/\/[^:/\s@]+:)[^@/\s]+@/g, '$1…@')
    .replaceAll(/([?&](?:sleutel|token|code|secret|password)=)[^&\s#]+/gi, '$1…')
    .replaceAll(/\/[\w-]{40,}(?=[/?#\s]|$)/g, '/…');
}
