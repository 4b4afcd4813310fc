import { spawnSync } from 'node:child_process';
import { chmodSync, chownSync, existsSync, mkdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeAll, expect, it } from 'vitest';
import { freePort } from '@/tests/support/free-port';
import { repoRoot } from '@/tests/support/product';
import { BUILD_MS, buildOnce, cleanUp, cloneInto, type Run, runProgram, SIGN_IN, temporaryFolder } from './run-start';

beforeAll(buildOnce, BUILD_MS);

const isRoot = process.getuid?.() === 0;
const NOBODY = { uid: 65_534, gid: 65_534 };
const left: { data: string; run?: Run }[] = [];
afterEach(async () => {
  for (const { data, run } of left.splice(0).reverse()) await cleanUp(data, run);
});

async function startIn(clone: string, identity: { uid?: number; gid?: number } = {}): Promise<Run> {
  const run = runProgram({ PORT: String(await freePort()) }, { cwd: clone, ...identity });
  left.push({ data: path.join(clone, '.knooppunt'), run });
  await run.said(SIGN_IN, 120_000);
  return run;
}

/** A clone as `git clone` in root's home makes one. */
async function closedClone(): Promise<string> {
  const home = temporaryFolder();
  left.push({ data: home });
  chmodSync(home, 0o700);
  const clone = path.join(home, 'bord');
  await cloneInto(clone, 'link');
  return clone;
}

const MOVED =
  /^De gebruiker '\w+' mag niet in deze map; de gegevens en de database staan in (\/var\/lib\/knooppunt\/bord-\w+)\.$/m;

it.skipIf(!isRoot)(
  '[ST7] as root in a closed folder (skipped unless root): data and programs outside it, said in a sentence, and no two clones share',
  async () => {
    const clones = [await closedClone(), await closedClone()];
    const runs = await Promise.all(clones.map((clone) => startIn(clone)));
    const places = runs.map((run) => MOVED.exec(run.stdout())?.[1] ?? '');
    for (const [index, data] of places.entries()) left.push({ data, ...(runs[index] && { run: runs[index] }) });
    expect(new Set(places).size).toBe(2);
    for (const data of places) {
      expect(statSync(path.join(data, 'postgres')).uid).not.toBe(0);
      expect(existsSync(path.join(data, 'postgres-programs'))).toBe(true);
    }
    expect(existsSync(path.join(clones[0] ?? '', '.knooppunt'))).toBe(false);
  },
  120_000,
);

it.skipIf(!isRoot)(
  '[ST7] as an ordinary user in a closed folder of their own (skipped unless root can become one): data in the clone',
  async () => {
    const home = temporaryFolder();
    left.push({ data: home });
    chmodSync(home, 0o700);
    const clone = path.join(home, 'bord');
    const { status } = spawnSync('test', ['-r', `${repoRoot}/package.json`], { ...NOBODY, cwd: '/' });
    await cloneInto(clone, status === 0 ? 'link' : 'copy');
    for (const folder of [home, clone]) chownSync(folder, NOBODY.uid, NOBODY.gid);
    const run = await startIn(clone, NOBODY);
    expect(run.stdout()).not.toMatch(MOVED);
    expect(statSync(path.join(clone, '.knooppunt', 'postgres')).uid).toBe(NOBODY.uid);
  },
  120_000,
);

it.skipIf(!isRoot)(
  '[ST7] a KNOOPPUNT_DATA that the database’s user cannot reach is refused by name (skipped unless root)',
  async () => {
    const closed = temporaryFolder();
    left.push({ data: closed });
    chmodSync(closed, 0o700);
    mkdirSync(path.join(closed, 'data'));
    const run = runProgram({ PORT: String(await freePort()), KNOOPPUNT_DATA: path.join(closed, 'data') });
    expect(await run.ended).toBe(1);
    expect(run.stderr()).toMatch(
      /^De omgevingsvariabele KNOOPPUNT_DATA klopt niet: de gebruiker '\w+', die de database draait, mag niet in die map\.\n$/,
    );
  },
);
