import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';

/** Made from other sources, or prose: neither changes what is built. */
const SKIPPED = [/^lib\/db\/generated(\/|$)/, /\.md$/];

/**
 * One hash over the names and contents of files and folders; the same in any clone.
 * @param {string} root
 * @param {string[]} paths relative to root; a missing one counts as missing
 * @returns {string}
 */
export function sourceHash(root, paths) {
  const hash = createHash('sha256');
  for (const path of paths) {
    for (const file of filesIn(root, join(root, path))) {
      const content = createHash('sha256').update(readFileSync(file)).digest('hex');
      hash.update(`${relative(root, file)}\0${content}\n`);
    }
  }
  return hash.digest('hex');
}

/** @param {string} root @param {string} path @returns {string[]} sorted, so the order of the disk does not matter */
function filesIn(root, path) {
  if (!existsSync(path) || SKIPPED.some((skipped) => skipped.test(relative(root, path)))) return [];
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path)
    .sort()
    .flatMap((name) => filesIn(root, join(path, name)));
}
