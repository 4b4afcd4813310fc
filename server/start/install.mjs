import { installDependencies } from './dependencies.mjs';
import { generatePrismaClient } from './prisma-client.mjs';

/**
 * Everything a fresh clone lacks before its TypeScript can be built, checked or tested.
 * @param {string} root
 * @throws {import('./refusal.mjs').StartRefusal} with one sentence
 */
export async function ensureInstalled(root) {
  await installDependencies(root);
  await generatePrismaClient(root);
}
