import { spawnSync } from 'node:child_process';

/**
 * PostgreSQL refuses to run as root, so root runs it as this user.
 * @typedef {{ name: string, uid: number, gid: number }} Account
 */

/** @returns {Account} the system's own database user, else the one that owns nothing */
export function unprivilegedAccount() {
  return accountNamed('postgres') ?? accountNamed('nobody') ?? { name: 'nobody', uid: 65_534, gid: 65_534 };
}

/** @param {string | number} user name or id @returns {Account | undefined} */
export function accountNamed(user) {
  const ask = (/** @type {string} */ option) => {
    const { status, stdout } = spawnSync('id', [option, String(user)], { encoding: 'utf8' });
    return status === 0 ? stdout.trim() : undefined;
  };
  const uid = ask('-u');
  const gid = ask('-g');
  return uid && gid ? { name: ask('-un') ?? String(user), uid: Number(uid), gid: Number(gid) } : undefined;
}

/**
 * Asks as that user, because folder modes, groups and access lists all have a say.
 * @param {Account} account
 * @param {string} path
 * @param {'x' | 'r' | 'w'} access
 */
export function mayReach({ uid, gid }, path, access) {
  return spawnSync('/bin/sh', ['-c', `test -${access} "$1"`, 'sh', path], { uid, gid, cwd: '/' }).status === 0;
}
