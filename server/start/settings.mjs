import { isAbsolute, resolve } from 'node:path';
import { why, wrongVariable } from './nl.mjs';
import { StartRefusal } from './refusal.mjs';

/**
 * What the start needs of the environment.
 * @typedef {{ root: string, port: number, host: string, publicUrl?: string, databaseUrl?: string, secret?: string, data?: string, dist: string, serverDist: string }} Settings
 */

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'];

/**
 * Reads and checks the environment before anything slow happens; an empty value counts as not set.
 * @param {NodeJS.ProcessEnv} env
 * @param {string} root the clone's folder
 * @returns {Settings}
 * @throws {StartRefusal} names the first variable that is wrong
 */
export function readSettings(env, root) {
  const value = (/** @type {string} */ name) => env[name] || undefined;
  const logLevel = value('LOG_LEVEL');
  refuseUnless(!logLevel || LOG_LEVELS.includes(logLevel), 'LOG_LEVEL', why.logLevel(logLevel ?? ''));
  const secret = value('KNOOPPUNT_SECRET');
  refuseUnless(!secret || secret.length >= 32, 'KNOOPPUNT_SECRET', why.secret);
  const data = value('KNOOPPUNT_DATA');
  return {
    root,
    port: readPort(value('PORT') ?? '3000'),
    host: value('HOST') ?? '0.0.0.0',
    publicUrl: readPublicUrl(value('PUBLIC_URL')),
    databaseUrl: readDatabaseUrl(value('DATABASE_URL')),
    secret,
    data: data && (isAbsolute(data) ? data : resolve(root, data)),
    ...readDist(value('KNOOPPUNT_DIST') ?? '.next'),
  };
}

/** @param {boolean} holds @param {string} name @param {string} reason */
function refuseUnless(holds, name, reason) {
  if (!holds) throw new StartRefusal(wrongVariable(name, reason));
}

/** @param {string} text */
function readPort(text) {
  const port = Number(text);
  refuseUnless(/^\d{1,5}$/.test(text) && port >= 1 && port <= 65_535, 'PORT', why.port(text));
  return port;
}

/** Only an origin: pages, cookies and sync live at its root. @param {string | undefined} text */
function readPublicUrl(text) {
  if (!text) return undefined;
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const plain = url && /^https?:$/.test(url.protocol) && url.hostname && text.replace(/\/$/, '') === url.origin;
  refuseUnless(Boolean(plain), 'PUBLIC_URL', why.publicUrl(text));
  return url?.origin;
}

/** Never shows the value: it holds a password. @param {string | undefined} text */
function readDatabaseUrl(text) {
  if (!text) return undefined;
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const named = url && (url.hostname !== '' || url.searchParams.has('host'));
  refuseUnless(Boolean(named && /^postgres(ql)?:$/.test(url.protocol)), 'DATABASE_URL', why.databaseUrl);
  return text;
}

/** The folder Next builds into, and the one beside it for the server. @param {string} dist */
function readDist(dist) {
  refuseUnless(/^\.next[\w.-]*$/.test(dist) && !dist.includes('..'), 'KNOOPPUNT_DIST', why.dist(dist));
  return { dist, serverDist: dist === '.next' ? 'dist' : `${dist}-server` };
}
