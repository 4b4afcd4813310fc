import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { dataFolder } from '../start/data-folder.mjs';
import { ensureInstalled } from '../start/install.mjs';
import { lifeCycle } from '../start/life-cycle.mjs';
import { copies, sentence, steps } from '../start/nl.mjs';
import { openCluster } from '../start/postgres/cluster.mjs';
import { refuseUnreachable } from '../start/postgres/connection.mjs';
import { runningPostmaster } from '../start/postgres/postmaster.mjs';
import { takeLock } from '../start/process-lock.mjs';
import { step } from '../start/progress.mjs';
import { StartRefusal } from '../start/refusal.mjs';
import { settingsOf } from '../start/run.mjs';
import { installationSecret } from '../start/secret.mjs';

/** @typedef {{ root: string, data: string, url: string, secret: string, ownSecret: boolean, load: (path: string) => Promise<any> }} Installation */

const ROOT = fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/, '');

/**
 * Runs a command on the installation's database: the running one, or the embedded one started for as long as it takes.
 * @param {{ alone: boolean }} needs alone: refuses while a server of this data folder runs
 * @param {(installation: Installation) => Promise<void>} work
 */
export async function withDatabase({ alone }, work) {
  const life = lifeCycle(ROOT);
  await life.live(async () => {
    const settings = settingsOf(ROOT);
    const place = dataFolder(settings);
    life.writesTo(place.data);
    const lock = takeLock(join(place.data, 'lock'));
    if (lock.taken) life.onEnd(lock.release);
    else if (alone) throw new StartRefusal(copies.inUse);
    await ensureInstalled(ROOT);
    life.goOn();
    const url = settings.databaseUrl ?? (await embeddedUrl(place, lock, life));
    if (settings.databaseUrl) await refuseUnreachable(url);
    const { tsImport } = await import('tsx/esm/api');
    await work({
      root: ROOT,
      data: place.data,
      url,
      secret: settings.secret ?? installationSecret(place.data),
      ownSecret: settings.secret === undefined,
      load: (path) => tsImport(`../../${path}`, { parentURL: import.meta.url, tsconfig: join(ROOT, 'tsconfig.json') }),
    });
  });
}

/**
 * @param {ReturnType<typeof dataFolder>} place
 * @param {ReturnType<typeof takeLock>} lock
 * @param {import('../start/life-cycle.mjs').LifeCycle} life
 */
async function embeddedUrl(place, lock, life) {
  // A start that holds the lock and has no database yet is about to open it itself.
  if (!lock.taken && runningPostmaster(join(place.data, 'postgres')) === undefined) {
    throw new StartRefusal(sentence.alreadyRunning(lock.pid, place.data));
  }
  const cluster = await openCluster({ root: ROOT, ...place });
  if (lock.taken) life.onEnd(() => step(steps.stopDatabase, cluster.stop));
  return cluster.url;
}
