import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { repoRoot } from '@/tests/support/product';
import { BUILD_MS, buildOnce, cloneInto, type Run, runProgram, temporaryFolder } from './run-start';

beforeAll(buildOnce, BUILD_MS);

let clone: string;
let npm: string;
beforeEach(async () => {
  clone = temporaryFolder();
  npm = path.join(temporaryFolder(), 'npm-cli.js');
  await cloneInto(clone, 'none');
  // Stands in for npm: says that it was called, and makes node_modules of links to the packages of this tree.
  writeFileSync(
    npm,
    `const fs = require('node:fs');
     const packages = ${JSON.stringify(path.join(repoRoot, 'node_modules'))};
     fs.appendFileSync('called', process.argv.slice(2).join(' ') + '\\n');
     fs.mkdirSync('node_modules');
     for (const name of fs.readdirSync(packages))
       if (name !== '.knooppunt-install') fs.symlinkSync(packages + '/' + name, 'node_modules/' + name);`,
  );
});
afterEach(() => {
  for (const folder of [clone, path.dirname(npm)]) rmSync(folder, { recursive: true, force: true });
});

const prepare = (): Run => runProgram({ npm_execpath: npm }, { cwd: clone, args: ['--prepare'] });
const npmThatFails = (words: string) =>
  writeFileSync(
    npm,
    `require('node:fs').appendFileSync('called', 'ci\\n'); console.error('${words}'); process.exit(1)`,
  );
const calls = () => (existsSync(path.join(clone, 'called')) ? readFileSync(path.join(clone, 'called'), 'utf8') : '');

it('[ST3] missing packages are installed once, then never again', async () => {
  expect(await prepare().ended).toBe(0);
  expect(await prepare().ended).toBe(0);
  expect(calls()).toBe('ci\n');
});

it('[ST3] packages that someone installed by hand are taken as they are', async () => {
  execFileSync(process.execPath, [npm], { cwd: clone });
  rmSync(path.join(clone, 'called'));
  expect(await prepare().ended).toBe(0);
  expect(calls()).toBe('');
});

it('[ST3] another package-lock.json means another install', async () => {
  expect(await prepare().ended).toBe(0);
  rmSync(path.join(clone, 'called'));
  const lock = path.join(clone, 'package-lock.json');
  const text = readFileSync(lock, 'utf8');
  rmSync(lock);
  writeFileSync(lock, text.replace(/("node_modules\/zod": \{\s*"version": ")[^"]+/, '$19.9.9'));
  npmThatFails('npm error');
  expect(await prepare().ended).toBe(1);
  expect(calls()).toBe('ci\n');
});

it('[ST2] an install that fails says in one sentence where the reason is', async () => {
  npmThatFails('npm error network');
  const run = prepare();
  expect(await run.ended).toBe(1);
  expect(run.stderr()).toBe(`Pakketten installeren is mislukt; de reden staat in ${path.join(clone, 'npm-ci.log')}.\n`);
  expect(readFileSync(path.join(clone, 'npm-ci.log'), 'utf8')).toContain('npm error network');
});

it('[ST2] a disk that fills up during the install', async () => {
  npmThatFails('npm error code ENOSPC');
  const run = prepare();
  expect(await run.ended).toBe(1);
  expect(run.stderr()).toBe(`De schijf is vol: maak ruimte vrij voor ${clone} en start opnieuw.\n`);
});
