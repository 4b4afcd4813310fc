/**
 * `npm test`: everything, in one command. Runs before node_modules exist, so built-ins only until it has installed.
 * Ends with one plain line: N passed, N failed, N skipped.
 *
 *   npm test                 all stages
 *   npm test -- unit e2e     only these stages: static, unit, fuzz, integration, e2e
 */
import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { installDependencies } from '../server/start/dependencies.mjs';
import { generatePrismaClient } from '../server/start/prisma-client.mjs';
import { readPlaywright, readVitest } from './runner/counts.mjs';
import { findBrowser } from './runner/find-browser.mjs';
import { runCommand } from './runner/run-command.mjs';

const root = path.resolve(import.meta.dirname, '..');
const out = path.join(root, 'test-results', 'run');
const bin = (name) => path.join(root, 'node_modules', '.bin', name);
const MINUTE = 60_000;

const total = { passed: 0, failed: 0, skipped: 0 };

function add(name, counts) {
  for (const key of Object.keys(total)) total[key] += counts[key];
  console.log(`\n== ${name}: ${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped\n`);
}

async function checkStage(name, command, args) {
  const code = await runCommand(command, args, { cwd: root, timeoutMs: 5 * MINUTE });
  add(name, code === 0 ? { passed: 1, failed: 0, skipped: 0 } : { passed: 0, failed: 1, skipped: 0 });
}

async function staticStage() {
  await checkStage('lint, format and imports', bin('biome'), ['ci', '.', '--max-diagnostics=50']);
  await checkStage('types', bin('tsc'), ['--noEmit', '-p', root]);
}

async function vitestStage(project) {
  const file = path.join(out, `${project}.json`);
  const args = ['run', '--project', project, '--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const code = await runCommand(bin('vitest'), args, { cwd: root, timeoutMs: 10 * MINUTE });
  add(project, readVitest(file, code));
}

async function e2eStage() {
  const browser = await findBrowser(root, bin('playwright'));
  if (!browser.ok) {
    console.error(browser.sentence);
    add('e2e', { passed: 0, failed: 1, skipped: 0 });
    return;
  }
  const file = path.join(out, 'e2e.json');
  const env = { ...process.env, KNOOPPUNT_TEST_CHROMIUM: browser.executable, PLAYWRIGHT_JSON_OUTPUT_NAME: file };
  const code = await runCommand(bin('playwright'), ['test', '--reporter=list,json'], {
    cwd: root,
    env,
    timeoutMs: 20 * MINUTE,
  });
  add('e2e', readPlaywright(file, code));
}

const stages = {
  static: staticStage,
  unit: () => vitestStage('unit'),
  fuzz: () => vitestStage('fuzz'),
  integration: () => vitestStage('integration'),
  e2e: e2eStage,
};

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !(name in stages));
if (unknown.length > 0) {
  console.error(`Unknown stage: ${unknown.join(', ')}. Choose from ${Object.keys(stages).join(', ')}.`);
  process.exit(2);
}

rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });
await installDependencies(root);
await generatePrismaClient(root);
for (const [name, run] of Object.entries(stages)) {
  if (asked.length === 0 || asked.includes(name)) await run();
}
console.log(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
process.exit(total.failed === 0 && total.passed > 0 ? 0 : 1);
