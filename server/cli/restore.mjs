/** `npm run restore -- <file> [--replace]`: puts a backup back. */
import { accessSync, mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { copies, steps } from '../start/nl.mjs';
import { step } from '../start/progress.mjs';
import { StartRefusal } from '../start/refusal.mjs';
import { withDatabase } from './with-database.mjs';

const args = process.argv.slice(2);
const replace = args.includes('--replace');
const [named] = args.filter((arg) => !arg.startsWith('--'));

/** @type {Record<string, string>} */
const refusals = {
  damaged: copies.damaged,
  'not-empty': copies.notEmpty,
  'in-use': copies.inUse,
  'other-version': copies.otherVersion,
};

await withDatabase({ alone: true }, async (installation) => {
  const file = readable(named);
  const { restoreBackup } = await installation.load('lib/db/backup/restore-backup.ts');
  const restoring = restoreBackup({
    connectionString: installation.url,
    file,
    migrations: join(installation.root, 'prisma', 'migrations'),
    replace,
    keepCurrent: () => keepCurrent(installation),
  });
  const { rows, secret } = await step(steps.restore, () => restoring).catch((/** @type {any} */ error) => {
    throw error?.name === 'BackupRefused' ? new StartRefusal(refusals[error.problem]) : error;
  });
  process.stdout.write(`${copies.restored(rows)}\n`);
  useSecret(installation, secret);
});

/** @param {string | undefined} name @returns {string} */
function readable(name) {
  if (!name) throw new StartRefusal(copies.usage);
  const file = resolve(name);
  try {
    accessSync(file);
  } catch {
    throw new StartRefusal(copies.missing(file));
  }
  return file;
}

/** What is about to be replaced goes into a backup of its own first. @param {import('./with-database.mjs').Installation} installation */
async function keepCurrent({ data, url, secret, load }) {
  const folder = join(data, 'backups');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const file = join(folder, `before-restore-${new Date().toISOString().slice(0, 19).replaceAll(':', '-')}.backup`);
  const { writeBackup } = await load('lib/db/backup/write-backup.ts');
  await writeBackup({ connectionString: url, file, secret });
  process.stdout.write(`${copies.keptCurrent(file)}\n`);
}

/**
 * Links, codes and sessions work again only under the secret they were derived from.
 * @param {import('./with-database.mjs').Installation} installation
 * @param {string} secret
 */
function useSecret({ data, ownSecret, secret: current }, secret) {
  const file = join(data, ownSecret ? 'secret' : 'restored-secret');
  if (secret === current) return;
  writeFileSync(file, `${secret}\n`, { mode: 0o600 });
  if (!ownSecret) process.stdout.write(`${copies.otherSecret(file)}\n`);
}
