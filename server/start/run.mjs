import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { announcement } from './announcement.mjs';
import { baseUrlOf } from './base-url.mjs';
import { buildWhenNeeded } from './build.mjs';
import { dataFolder } from './data-folder.mjs';
import { refuseFullDisk } from './disk-space.mjs';
import { ensureInstalled } from './install.mjs';
import { lifeCycle } from './life-cycle.mjs';
import { listenRefusal, probeListening } from './listen-probe.mjs';
import { sentence, steps } from './nl.mjs';
import { openCluster } from './postgres/cluster.mjs';
import { refuseUnreachable } from './postgres/connection.mjs';
import { takeLock } from './process-lock.mjs';
import { step } from './progress.mjs';
import { StartRefusal } from './refusal.mjs';
import { installationSecret } from './secret.mjs';
import { readSettings } from './settings.mjs';

/** @typedef {import('./settings.mjs').Settings} Settings */

const DATA_NEEDED_MB = 150;
const ROOT = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/**
 * The whole of `npm start`; `--prepare` only installs and builds (the Dockerfile's step).
 * @param {string[]} args
 */
export async function run(args) {
  const life = lifeCycle(ROOT);
  await life.live(async () => {
    const settings = settingsOf(ROOT);
    if (args.includes('--prepare')) return prepare(settings, life);
    await serve(settings, life);
  });
}

/** A .env file fills in what the environment does not set. @param {string} root */
export function settingsOf(root) {
  const file = join(root, '.env');
  if (existsSync(file)) process.loadEnvFile(file);
  return readSettings(process.env, root);
}

/** @param {Settings} settings @param {import('./life-cycle.mjs').LifeCycle} life */
async function prepare(settings, life) {
  await ensureInstalled(settings.root);
  life.goOn();
  await buildWhenNeeded(settings);
  process.stdout.write(`${sentence.prepared}\n`);
}

/** @param {Settings} settings @param {import('./life-cycle.mjs').LifeCycle} life */
async function serve(settings, life) {
  const place = dataFolder(settings);
  life.writesTo(place.data);
  const lock = takeLock(join(place.data, 'lock'));
  if (!lock.taken) throw new StartRefusal(sentence.alreadyRunning(lock.pid, place.data));
  life.onEnd(lock.release);
  await probeListening(settings.host, settings.port);
  refuseFullDisk(place.data, DATA_NEEDED_MB);
  if (place.moved) process.stdout.write(`${place.moved}\n`);
  await ensureInstalled(settings.root);
  life.goOn();
  const databaseUrl = settings.databaseUrl ?? (await embedded(settings, place, life));
  if (settings.databaseUrl) await refuseUnreachable(settings.databaseUrl);
  life.goOn();
  await buildWhenNeeded(settings);
  life.goOn();
  fillEnvironment(settings, place.data, databaseUrl);
  await listen(settings, place.data, life);
}

/** @param {Settings} settings @param {ReturnType<typeof dataFolder>} place @param {import('./life-cycle.mjs').LifeCycle} life */
async function embedded(settings, place, life) {
  const cluster = await openCluster({ root: settings.root, ...place });
  life.onEnd(() => step(steps.stopDatabase, cluster.stop));
  return cluster.url;
}

/** What the server and Next read through lib/env. @param {Settings} settings @param {string} data @param {string} databaseUrl */
function fillEnvironment(settings, data, databaseUrl) {
  Object.assign(process.env, {
    NODE_ENV: 'production',
    // Whoever starts it in a terminal reads sentences; a log collector gets everything.
    LOG_LEVEL: process.env.LOG_LEVEL || (process.stdout.isTTY ? 'warn' : 'info'),
    NEXT_TELEMETRY_DISABLED: '1',
    DATABASE_URL: databaseUrl,
    PORT: String(settings.port),
    HOST: settings.host,
    KNOOPPUNT_BASE_URL: baseUrlOf(settings).url,
    KNOOPPUNT_DATA: data,
    KNOOPPUNT_DIST: settings.dist,
    KNOOPPUNT_SERVER_DIST: join(settings.root, settings.serverDist),
    KNOOPPUNT_SECRET: settings.secret ?? installationSecret(data),
  });
}

/** The server runs in this process, so that the process that listens is the one that was started. */
async function listen(
  /** @type {Settings} */ settings,
  /** @type {string} */ data,
  /** @type {import('./life-cycle.mjs').LifeCycle} */ life,
) {
  const { startServer } = await import(pathToFileURL(join(settings.root, settings.serverDist, 'main.mjs')).href);
  const server = await startServer({ root: settings.root, step }).catch((/** @type {unknown} */ error) => {
    throw listenRefusal(error, settings.host, settings.port) ?? error;
  });
  life.onEnd(server.close);
  const pidFile = join(data, 'server.pid');
  writeFileSync(pidFile, `${process.pid}\n`);
  life.onEnd(() => rmSync(pidFile, { force: true }));
  life.nowServing();
  process.stdout.write(`${announcement(settings, await server.signInLink())}\n`);
}
