/**
 * Every environment variable the product reads, parsed once. A wrong value stops the start with one sentence.
 * `server/start.mjs` runs before this can be compiled; it passes what it decides on as variables of the same names.
 */
import path from 'node:path';
import { z } from 'zod';

const url = z.url({ protocol: /^https?$/ });

const EnvSchema = z.object({
  DATABASE_URL: z.string().regex(/^postgres(ql)?:\/\//, 'moet met postgresql:// beginnen'),
  PORT: z.coerce.number().int().min(1).max(65_535).default(3000),
  HOST: z.string().min(1).default('0.0.0.0'),
  PUBLIC_URL: url.optional(),
  /** set by the start when PUBLIC_URL is not: the address on the local network, so that links work on phones */
  KNOOPPUNT_BASE_URL: url.optional(),
  /** 32+ characters; links, codes and sessions are derived from it */
  KNOOPPUNT_SECRET: z.string().min(32, 'moet 32 tekens of meer zijn'),
  KNOOPPUNT_DATA: z.string().min(1),
  TLDRAW_LICENSE_KEY: z.string().optional(),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
});
export type Env = z.infer<typeof EnvSchema>;

/** The first problem as a sentence that names the variable. */
function parseEnv(values: NodeJS.ProcessEnv): { ok: true; env: Env } | { ok: false; sentence: string } {
  const filled = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== ''));
  const parsed = EnvSchema.safeParse(filled);
  if (parsed.success) return { ok: true, env: parsed.data };
  const [issue] = parsed.error.issues;
  return { ok: false, sentence: `De omgevingsvariabele ${String(issue?.path[0])} klopt niet: ${issue?.message}.` };
}

let cached: Env | undefined;

/** The environment of this process; throws when it is wrong (start.mjs has checked it before). */
export function env(): Env {
  if (!cached) {
    const parsed = parseEnv(process.env);
    if (!parsed.ok) throw new Error(parsed.sentence);
    cached = parsed.env;
  }
  return cached;
}

/** Where people find this installation, without a trailing slash; links and QR codes start with it. */
export function baseUrl(): string {
  const { PUBLIC_URL, KNOOPPUNT_BASE_URL, PORT } = env();
  return new URL(PUBLIC_URL ?? KNOOPPUNT_BASE_URL ?? `http://localhost:${PORT}`).origin;
}

/** True exactly when the public address is https: decides on Secure cookies, the `__Host-` prefix and HSTS. */
export function isHttps(): boolean {
  return env().PUBLIC_URL?.startsWith('https:') ?? false;
}

/** Known before the rest is: the log must work where the environment is not complete (a build, a test). */
export function logLevel(): Env['LOG_LEVEL'] {
  return EnvSchema.shape.LOG_LEVEL.catch('info').parse(process.env.LOG_LEVEL || undefined);
}

/**
 * The program that reads documents, and where it runs: of the build, else from its source (commands, tests). Known
 * before the rest is: a trial import needs no installation.
 */
export function readingProgram(): { file: string; execArgv: string[]; cwd: string } {
  const cwd = process.cwd();
  const built = process.env.KNOOPPUNT_SERVER_DIST;
  if (built) return { file: path.join(built, 'reading-process.mjs'), execArgv: [], cwd };
  return { file: path.join(cwd, 'lib/documents/reading-process.ts'), execArgv: ['--import', 'tsx'], cwd };
}
