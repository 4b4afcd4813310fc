import { copyFileSync, existsSync, mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/**
 * What the board could ever ask of tldraw's assets: one face, for every font name tldraw knows. Its own user interface is
 * not mounted, so no icons and no translations; without this copy tldraw would fall back to another host.
 */
const FILES = ['fonts/IBMPlexSans-Medium.woff2'];

/**
 * Copies the needed files of @tldraw/assets to public/tldraw, once. Runs before the sources are hashed.
 * @param {string} repoRoot
 */
export function copyAssets(repoRoot) {
  for (const file of FILES) {
    const from = join(repoRoot, 'node_modules/@tldraw/assets', file);
    const to = join(repoRoot, 'public/tldraw', file);
    if (existsSync(to) && statSync(to).size === statSync(from).size) continue;
    mkdirSync(join(to, '..'), { recursive: true });
    copyFileSync(from, to);
  }
}
