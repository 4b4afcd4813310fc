import { mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

/** Bundles one of our modules as the product's build does it; beside node_modules, so that it finds its packages. */
export async function bundleForTest(entry: string): Promise<URL> {
  const root = path.resolve(import.meta.dirname, '../..');
  const folder = path.join(root, 'node_modules/.cache/knooppunt-test');
  mkdirSync(folder, { recursive: true });
  removeOld(folder);
  const outfile = path.join(folder, `${path.basename(entry, '.ts')}-${process.pid}.mjs`);
  await build({
    entryPoints: [path.join(root, entry)],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    target: 'node20',
    logLevel: 'silent',
  });
  return pathToFileURL(outfile);
}

/** Test processes are ended without a goodbye, so what they leave is removed by a later run. */
function removeOld(folder: string): void {
  for (const name of readdirSync(folder)) {
    const file = path.join(folder, name);
    const modified = statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? Date.now();
    if (Date.now() - modified > 3_600_000) rmSync(file, { force: true });
  }
}

export const buildCompactionWorker = () => bundleForTest('server/sync/compaction-worker.ts');
