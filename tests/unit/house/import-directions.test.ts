/** Import direction is a lint error: runs the linter over a small tree of imports that must not be. */
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';

const root = path.resolve(import.meta.dirname, '../../..');

const FORBIDDEN = [
  ['lib/domain/voting/a.ts', 'yjs'],
  ['lib/domain/voting/b.ts', 'node:crypto'],
  ['lib/domain/voting/c.ts', '@/lib/db/client'],
  ['lib/collab/a.ts', 'react'],
  ['lib/collab/b.ts', '@/lib/db/client'],
  ['lib/api/a.ts', '@/lib/env'],
  ['lib/http/a.ts', 'next/server'],
  ['lib/db/a.ts', 'react'],
  ['lib/auth/a.ts', 'next/headers'],
  ['server/sync/a.ts', 'next'],
  ['server/sync/b.ts', 'tldraw'],
  ['server/main.ts', 'tldraw'],
  ['components/panels/a.tsx', 'tldraw'],
  ['components/panels/b.tsx', '@/lib/db/client'],
  ['components/canvas/a.tsx', '@/lib/auth/board-access'],
  ['components/canvas/b.tsx', '@/server/main'],
  ['components/ui/a.tsx', '@/lib/domain/result'],
  ['app/a.tsx', '@/server/sync/sync-server'],
  ['app/b.tsx', '@/lib/db/generated/client'],
  ['app/c.tsx', 'tldraw'],
] as const;

const ALLOWED = [
  ['lib/domain/voting/ok-a.ts', 'zod'],
  ['lib/domain/voting/ok-b.ts', '@/lib/domain/result'],
  ['lib/collab/ok.ts', 'yjs'],
  ['server/ok.ts', '@/lib/domain/result'],
  ['components/canvas/ok.tsx', 'tldraw'],
  ['app/ok.tsx', '@/components/ui/button'],
] as const;

let folder = '';
let refused = new Set<string>();

type Report = { diagnostics: { category: string; location: { path: string | { file: string } } }[] };

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'knooppunt-lint-'));
  copyFileSync(path.join(root, 'biome.json'), path.join(folder, 'biome.json'));
  for (const [file, imported] of [...FORBIDDEN, ...ALLOWED]) {
    mkdirSync(path.join(folder, path.dirname(file)), { recursive: true });
    writeFileSync(path.join(folder, file), `import * as thing from '${imported}';\n\nexport const used = thing;\n`);
  }
  const run = spawnSync(
    path.join(root, 'node_modules/.bin/biome'),
    ['lint', '--vcs-enabled=false', '--max-diagnostics=200', '--reporter=json', '.'],
    { cwd: folder, encoding: 'utf8' },
  );
  const report = JSON.parse(run.stdout.slice(run.stdout.indexOf('{'))) as Report;
  const restricted = report.diagnostics.filter((found) => found.category === 'lint/style/noRestrictedImports');
  refused = new Set(
    restricted.map(({ location }) => (typeof location.path === 'string' ? location.path : location.path.file)),
  );
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

it.each(FORBIDDEN)('refuses in %s an import of %s', (file) => {
  expect([...refused]).toContain(file);
});

it.each(ALLOWED)('allows in %s an import of %s', (file) => {
  expect([...refused]).not.toContain(file);
});
