import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { steps } from './nl.mjs';
import { step } from './progress.mjs';
import { runCommand } from './run-command.mjs';
import { sourceHash } from './source-hash.mjs';

/**
 * Generates the Prisma client when it is missing or made from another schema or Prisma.
 * @param {string} root
 */
export async function generatePrismaClient(root) {
  const folder = join(root, 'lib', 'db', 'generated');
  const record = join(folder, '.schema');
  const wanted = sourceHash(root, ['prisma/schema.prisma', 'prisma.config.ts', 'node_modules/prisma/package.json']);
  if (existsSync(join(folder, 'client.ts')) && existsSync(record) && readFileSync(record, 'utf8') === wanted) return;
  // Prisma insists on an engine it does not use for this: any existing file keeps it from downloading one.
  const env = {
    ...process.env,
    PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
    PRISMA_HIDE_UPDATE_MESSAGE: '1',
    CHECKPOINT_DISABLE: '1',
  };
  const args = [join(root, 'node_modules', 'prisma', 'build', 'index.js'), 'generate'];
  await step(steps.prisma, () =>
    runCommand(steps.prisma, process.execPath, args, { cwd: root, env, log: join(root, 'prisma-generate.log') }),
  );
  writeFileSync(record, wanted);
}
