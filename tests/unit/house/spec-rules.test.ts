/** Every rule has a test that cites it, and every citation has a rule. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';

const root = path.resolve(import.meta.dirname, '../../..');
const RULE = /^\s*(?:[-*]\s+)?(?:\*\*)?\[([A-Z]{1,3}\d+(?:\.\d+)?)\]/gm;
const CITATION = /\[([A-Z]{1,3}\d+(?:\.\d+)?)\]/g;

function files(folder: string, ending: RegExp): string[] {
  const all = readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' });
  return all
    .filter((name) => ending.test(name) && !name.includes('node_modules'))
    .map((name) => path.join(folder, name));
}

function idsIn(names: string[], expression: RegExp): Map<string, string> {
  const found = new Map<string, string>();
  for (const file of names) {
    for (const [, id] of readFileSync(path.join(root, file), 'utf8').matchAll(expression)) if (id) found.set(id, file);
  }
  return found;
}

const specs = ['lib', 'server', 'components'].flatMap((folder) => files(folder, /SPEC\.md$/));
const rules = idsIn(specs, RULE);
const cited = idsIn(files('tests', /\.(test|spec)\.ts$/), CITATION);

it('finds the rules', () => {
  expect(rules.size).toBeGreaterThan(30);
});

it('has a test for every rule', () => {
  expect([...rules].filter(([id]) => !cited.has(id))).toEqual([]);
});

it('has a rule for every citation', () => {
  expect([...cited].filter(([id]) => !rules.has(id))).toEqual([]);
});
