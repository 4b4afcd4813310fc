import { randomBytes } from 'node:crypto';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The secret that links, codes and sessions are derived from; made once, readable by its owner only.
 * @param {string} data
 * @returns {string} 43 characters
 */
export function installationSecret(data) {
  const file = join(data, 'secret');
  try {
    writeFileSync(file, `${randomBytes(32).toString('base64url')}\n`, { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EEXIST') throw error;
  }
  const secret = readFileSync(file, 'utf8').trim();
  if (secret.length >= 32) return secret;
  // A crash between making and filling the file: nothing can have been derived from it yet.
  rmSync(file);
  return installationSecret(data);
}
