import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { copyAssets } from './copy-assets.mjs';
import { steps } from './nl.mjs';
import { takeLock } from './process-lock.mjs';
import { step } from './progress.mjs';
import { runCommand } from './run-command.mjs';
import { sourceHash } from './source-hash.mjs';

const SOURCES = [
  'app',
  'components',
  'lib',
  'server',
  'public',
  'prisma',
  'proxy.ts',
  'next.config.mjs',
  'tsconfig.json',
  'package-lock.json',
];

/** What becomes a file of its own in the server's build folder. @type {Record<string, string>} */
const ENTRIES = {
  main: 'server/main.ts',
  'compaction-worker': 'server/sync/compaction-worker.ts',
  'projection-worker': 'server/search/projection-worker.ts',
  'reading-process': 'lib/documents/reading-process.ts',
};

/**
 * Builds the pages and the server when a source has changed since the last build.
 * @param {{ root: string, dist: string, serverDist: string }} settings
 */
export async function buildWhenNeeded(settings) {
  const { root, dist, serverDist } = settings;
  copyAssets(root);
  const record = join(root, serverDist, '.sources');
  const wanted = sourceHash(root, SOURCES);
  const isBuilt = () =>
    existsSync(join(root, dist, 'BUILD_ID')) && existsSync(record) && readFileSync(record, 'utf8') === wanted;
  if (isBuilt()) return;
  mkdirSync(join(root, serverDist), { recursive: true });
  const release = await waitForLock(join(root, serverDist, '.lock'));
  try {
    if (isBuilt()) return;
    rmSync(record, { force: true });
    await step(steps.server, () => bundleServer(settings));
    await step(steps.next, () => buildPages(settings));
    writeFileSync(record, wanted);
  } finally {
    release();
  }
}

/** Two starts of one clone with different data share the build. @param {string} file */
async function waitForLock(file) {
  for (;;) {
    const lock = takeLock(file);
    if (lock.taken) return lock.release;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

/**
 * Next rewrites the tsconfig it is given and leaves a file in the root that names the last build folder:
 * neither may change the clone.
 * @param {{ root: string, dist: string, serverDist: string }} settings
 */
async function buildPages({ root, dist, serverDist }) {
  const tsconfig = {
    extends: '../tsconfig.json',
    compilerOptions: { jsx: 'react-jsx' },
    include: [`../${dist}/types/**/*.ts`],
  };
  writeFileSync(join(root, serverDist, 'tsconfig.json'), JSON.stringify(tsconfig));
  /** @type {NodeJS.ProcessEnv} */
  const env = { ...process.env, NODE_ENV: 'production', KNOOPPUNT_DIST: dist, NEXT_TELEMETRY_DISABLED: '1' };
  const args = [join(root, 'node_modules', 'next', 'dist', 'bin', 'next'), 'build'];
  await runCommand(steps.next, process.execPath, args, { cwd: root, env, log: join(root, 'next-build.log') });
  rmSync(join(root, 'next-env.d.ts'), { force: true });
}

/** @param {{ root: string, serverDist: string }} settings */
async function bundleServer({ root, serverDist }) {
  const { build } = await import('esbuild');
  const entryPoints = Object.entries(ENTRIES)
    .filter(([, path]) => existsSync(join(root, path)))
    .map(([out, path]) => ({ out, in: join(root, path) }));
  await build({
    absWorkingDir: root,
    entryPoints,
    outdir: join(root, serverDist),
    outExtension: { '.js': '.mjs' },
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    target: 'node20',
    sourcemap: true,
    logLevel: 'silent',
  });
}
