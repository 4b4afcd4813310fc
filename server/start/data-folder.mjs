import { createHash } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, realpathSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { sentence, why, wrongVariable } from './nl.mjs';
import { accountNamed, mayReach, unprivilegedAccount } from './postgres/account.mjs';
import { StartRefusal } from './refusal.mjs';

/** @typedef {import('./postgres/account.mjs').Account} Account */

const SYSTEM_DATA = '/var/lib/knooppunt';

/**
 * Where the data lives, and as whom the embedded database runs there (undefined: as ourselves).
 * As root in a folder that the database's user cannot enter, the data moves to /var/lib.
 * @param {import('./settings.mjs').Settings} settings
 * @returns {{ data: string, account?: Account, moved?: string }}
 */
export function dataFolder(settings) {
  const local = join(settings.root, '.knooppunt');
  const asRoot = process.getuid?.() === 0 && !settings.databaseUrl;
  if (!asRoot) {
    const data = settings.data ?? local;
    makeFolder(data, 0o700, settings);
    refuseOtherOwner(data);
    return { data };
  }
  const account = unprivilegedAccount();
  const data = settings.data ?? localOrSystem(local, settings.root, account);
  if (data.startsWith(`${SYSTEM_DATA}/`)) makeFolder(SYSTEM_DATA, 0o711, settings);
  makeFolder(data, 0o711, settings);
  if (!mayReach(account, data, 'x'))
    throw new StartRefusal(wrongVariable('KNOOPPUNT_DATA', why.dataUnreachable(account.name)));
  const moved = !settings.data && data !== local ? sentence.movedData(account.name, data) : undefined;
  return { data, account: ownerOf(join(data, 'postgres')) ?? account, ...(moved && { moved }) };
}

/** Data that is already somewhere stays there. @param {string} local @param {string} root @param {Account} account */
function localOrSystem(local, root, account) {
  const path = realpathSync(root);
  const system = join(SYSTEM_DATA, `${basename(path)}-${createHash('sha256').update(path).digest('hex').slice(0, 10)}`);
  if (existsSync(join(system, 'postgres'))) return system;
  if (mayReach(account, root, 'x')) return local;
  if (existsSync(join(local, 'postgres'))) throw new StartRefusal(sentence.lockedAway(account.name, local));
  return system;
}

/** As root: the folder is only passed through by others, its files are for their owners. */
function makeFolder(
  /** @type {string} */ path,
  /** @type {number} */ mode,
  /** @type {import('./settings.mjs').Settings} */ settings,
) {
  try {
    mkdirSync(path, { recursive: true, mode });
    if (mode === 0o711) chmodSync(path, mode);
  } catch (error) {
    const code = /** @type {NodeJS.ErrnoException} */ (error).code ?? '';
    if (!['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'EEXIST'].includes(code)) throw error;
    throw new StartRefusal(
      settings.data ? wrongVariable('KNOOPPUNT_DATA', why.dataUnwritable) : sentence.noWrite(path),
    );
  }
}

/** @param {string} data */
function refuseOtherOwner(data) {
  const cluster = join(data, 'postgres');
  if (existsSync(cluster) && statSync(cluster).uid !== process.getuid?.())
    throw new StartRefusal(sentence.otherOwner(data));
}

/** A cluster made by an ordinary user keeps being run by that user. @param {string} cluster @returns {Account | undefined} */
function ownerOf(cluster) {
  if (!existsSync(cluster)) return undefined;
  const { uid } = statSync(cluster);
  return uid === 0 ? undefined : accountNamed(uid);
}
