import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';

type Entry = { version?: string; optionalDependencies?: Record<string, string> };
const file = path.resolve(import.meta.dirname, '../../../package-lock.json');
const { packages } = JSON.parse(readFileSync(file, 'utf8')) as { packages: Record<string, Entry> };

// A registry that lacks a platform's package makes `npm install` leave its entry out; `npm ci` then refuses everywhere.
it('[ST3] package-lock.json has an entry for every platform, or `npm ci` refuses a fresh clone', () => {
  const missing = Object.entries(packages).flatMap(([name, { optionalDependencies }]) =>
    Object.keys(optionalDependencies ?? {}).filter((dependency) => {
      const entry = packages[`${name}/node_modules/${dependency}`] ?? packages[`node_modules/${dependency}`];
      return !entry?.version;
    }),
  );
  expect(missing).toEqual([]);
});
