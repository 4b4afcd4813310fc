/** Bundles our own server as the product is bundled: plain JavaScript, packages from node_modules. */
import path from 'node:path';
import { build } from 'esbuild';

const ENTRIES = {
  knooppunt: 'tests/bench/servers/knooppunt.ts',
  'compaction-worker': 'server/sync/compaction-worker.ts',
};

/** Writes knooppunt.mjs, and the worker beside it, into `folder`. */
export async function buildKnooppunt(root: string, folder: string): Promise<void> {
  const entryPoints = Object.entries(ENTRIES).map(([out, file]) => ({ out, in: path.join(root, file) }));
  await build({
    entryPoints,
    outdir: folder,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    packages: 'external',
    logLevel: 'error',
    tsconfig: path.join(root, 'tsconfig.json'),
    sourcemap: true,
  });
}
