import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

/** The compaction worker, bundled as the product's build does it; beside node_modules, so that it finds its packages. */
export async function buildCompactionWorker(): Promise<URL> {
  const root = path.resolve(import.meta.dirname, '../..');
  const folder = path.join(root, 'node_modules/.cache/knooppunt-test');
  mkdirSync(folder, { recursive: true });
  const outfile = path.join(folder, `compaction-worker-${process.pid}.mjs`);
  await build({
    entryPoints: [path.join(root, 'server/sync/compaction-worker.ts')],
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
