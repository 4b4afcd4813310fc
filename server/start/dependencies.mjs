import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { refuseFullDisk } from './disk-space.mjs';
import { sentence, steps } from './nl.mjs';
import { platformPackage } from './postgres/binaries.mjs';
import { step } from './progress.mjs';
import { StartRefusal } from './refusal.mjs';
import { runCommand } from './run-command.mjs';

const NEEDED_MB = 500;

/**
 * Installs the packages when they are missing or not those of package-lock.json.
 * @param {string} root
 * @returns {Promise<boolean>} whether anything was installed
 */
export async function installDependencies(root) {
  const modules = join(root, 'node_modules');
  const record = join(modules, '.knooppunt-install');
  const wanted = installKey(root);
  if (readOrEmpty(record) === wanted) return false;
  const byHand = isInstalledByHand(root);
  if (!byHand) {
    refuseFullDisk(root, NEEDED_MB);
    await step(steps.dependencies, () => npmCi(root));
  }
  await hydratePostgres(root);
  writeFileSync(record, wanted);
  return !byHand;
}

/** What an install depends on. @param {string} root */
function installKey(root) {
  const lock = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
  return `${lock} ${process.platform}-${process.arch}\n`;
}

/** @param {string} root */
async function npmCi(root) {
  // Under NODE_ENV=production npm would leave out what `npm test` needs; NPM_CONFIG_OMIT=dev still can.
  const { NODE_ENV: _, ...env } = process.env;
  const npm = process.env.npm_execpath;
  const [command, args] = npm?.endsWith('.js') ? [process.execPath, [npm, 'ci']] : ['npm', ['ci']];
  try {
    await runCommand(steps.dependencies, command, args, { cwd: root, env, log: join(root, 'npm-ci.log') });
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === 'ENOENT') throw new StartRefusal(sentence.noNpm);
    throw error;
  }
}

/** .npmrc turns install scripts off; this is the only one we need: PostgreSQL's libraries are found by their links. */
async function hydratePostgres(/** @type {string} */ root) {
  const cwd = join(root, 'node_modules', platformPackage());
  if (!existsSync(join(cwd, 'scripts', 'hydrate-symlinks.js'))) return;
  await runCommand(steps.dependencies, process.execPath, ['scripts/hydrate-symlinks.js'], {
    cwd,
    log: join(root, 'npm-ci.log'),
  });
}

/**
 * Someone may have run `npm ci` themselves: npm's own record of what is there then equals the lock file.
 * @param {string} root
 */
function isInstalledByHand(root) {
  const there = packagesIn(join(root, 'node_modules', '.package-lock.json'));
  const wanted = packagesIn(join(root, 'package-lock.json'));
  if (!there || !wanted) return false;
  return Object.entries(wanted).every(([path, entry]) => {
    if (path === '') return true;
    const found = there[path];
    return found
      ? found.version === entry.version
      : Boolean(entry.optional || entry.dev || entry.devOptional || entry.peer);
  });
}

/**
 * @param {string} file
 * @returns {Record<string, { version?: string, optional?: boolean, dev?: boolean, devOptional?: boolean, peer?: boolean }> | undefined}
 */
function packagesIn(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages;
  } catch {
    return undefined;
  }
}

/** @param {string} file */
function readOrEmpty(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
