import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import { repoRoot } from '@/tests/support/product';

const compose = readFileSync(path.join(repoRoot, 'docker-compose.yml'), 'utf8');
const example = readFileSync(path.join(repoRoot, '.env.example'), 'utf8');
const hasCompose = spawnSync('docker', ['compose', 'version']).status === 0;
const REQUIRED = ['KNOOPPUNT_SECRET', 'POSTGRES_PASSWORD', 'PUBLIC_URL'];

it('[ST1] the compose file asks for every value without a harmless default, and the example names it', () => {
  const used = [...compose.matchAll(/\$\{(\w+)(:[?-])?/g)].map(([, name, kind]) => ({
    name: name ?? '',
    required: kind !== ':-',
  }));
  expect([...new Set(used.filter(({ required }) => required).map(({ name }) => name))].sort()).toEqual(REQUIRED);
  for (const { name } of used) expect(example).toMatch(new RegExp(`^#? ?${name}=`, 'm'));
  for (const name of REQUIRED) expect(example).toMatch(new RegExp(`^${name}=$`, 'm'));
});

it.skipIf(!hasCompose)(
  '[ST1] docker compose accepts the file with values and refuses it without (skipped: no docker compose here)',
  () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'knooppunt-compose-'));
    const config = (values: string) => {
      writeFileSync(path.join(folder, '.env'), values);
      return spawnSync('docker', [
        'compose',
        '--env-file',
        path.join(folder, '.env'),
        '-f',
        path.join(repoRoot, 'docker-compose.yml'),
        'config',
        '-q',
      ]);
    };
    expect(config('').status).not.toBe(0);
    expect(config(REQUIRED.map((name) => `${name}=https://x.test.invalid`).join('\n')).stderr.toString()).toBe('');
    rmSync(folder, { recursive: true });
  },
);
