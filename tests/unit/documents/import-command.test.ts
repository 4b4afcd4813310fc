/** `npm run import` as people and programs call it, without any installation. */
import { execFile } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ImportReport } from '@/lib/domain/evidence/parsed-source';
import { docxBomb } from '../../support/document-files';
import { inventedSource } from '../../support/invented-source';

const root = path.resolve(import.meta.dirname, '../../..');
const SOURCES = path.join(root, '../shared/sources');

let folder = '';
const at = (name: string) => path.join(folder, name);
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'knooppunt-import-'));
  // The user that a database would run as may come in too.
  chmodSync(folder, 0o755);
  writeFileSync(at('een.md'), inventedSource({ title: 'Eerste verzonnen bron' }));
  writeFileSync(at('twee.md'), inventedSource({ title: 'Tweede verzonnen bron', chapters: 3 }));
  writeFileSync(at('leeg.txt'), '');
  writeFileSync(at('bom.docx'), docxBomb(100));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

type Ran = { code: number; stdout: string; stderr: string };
async function run(...args: string[]): Promise<Ran> {
  const env = { ...process.env, KNOOPPUNT_DATA: at('geen-installatie'), DATABASE_URL: '' };
  // From another folder, as somebody may stand where the documents are.
  const command = ['--prefix', root, 'run', '--silent', 'import', '--', ...args];
  return promisify(execFile)('npm', command, { cwd: folder, env }).then(
    ({ stdout, stderr }) => ({ code: 0, stdout, stderr }),
    (failed: Ran) => ({ code: failed.code, stdout: failed.stdout, stderr: failed.stderr }),
  );
}

describe('npm run import', { timeout: 60_000 }, () => {
  it('[IM12] prints one JSON document and nothing else, an array for several files', async () => {
    const one = await run('een.md', '--dry-run', '--json');
    expect([one.code, one.stderr]).toEqual([0, '']);
    const report = JSON.parse(one.stdout) as ImportReport;
    expect([report.title, report.totals.texts]).toEqual(['Eerste verzonnen bron', 8]);
    const two = await run('een.md', 'twee.md', '--json', '--dry-run');
    expect((JSON.parse(two.stdout) as ImportReport[]).map(({ totals }) => totals.texts)).toEqual([8, 12]);
    expect(existsSync(at('geen-installatie'))).toBe(false);
  });

  it('[IM12] prints a table for people', async () => {
    const { stdout } = await run('een.md', '--dry-run');
    expect(stdout).toContain('Eerste verzonnen bron');
    expect(stdout.split('\n').some((line) => /^1 +Verzonnen hoofdstuk 1 +0 +0 +0 +3 +0$/.test(line))).toBe(true);
    expect(stdout.trim().split('\n').at(-1)).toBe('Dit is een proef: er is niets opgeslagen.');
  });

  it.each([
    [['leeg.txt', '--dry-run'], 'leeg.txt: Dit bestand is leeg. Kies een ander bestand.'],
    [['een.md', 'leeg.txt', '--dry-run', '--json'], 'leeg.txt: Dit bestand is leeg. Kies een ander bestand.'],
    [['bom.docx', '--dry-run'], 'bom.docx: Dit document is niet te lezen'],
    [['nergens.txt', '--dry-run'], 'nergens.txt is er niet, of het mag niet worden gelezen.'],
    [[], 'Noem een bestand:'],
    [['een.md', '--weg'], 'De optie --weg bestaat niet'],
    [['een.md'], 'Er is nog geen database: start Knooppunt eerst één keer met npm start.'],
  ])('[IM12] %j is refused with one sentence, exit code 1 and an empty output', async (args, sentence) => {
    const { code, stdout, stderr } = await run(...args);
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr.trim().split('\n')).toHaveLength(1);
    expect(stderr).toContain(sentence);
  });
});

const HAS_SOURCES = existsSync(SOURCES);
describe.skipIf(!HAS_SOURCES)('the documents themselves', { timeout: 120_000 }, () => {
  it('[IM12] are read in one go', async () => {
    const files = readdirSync(SOURCES).filter((name) => name.endsWith('.txt'));
    const { stdout, stderr } = await run(...files.map((name) => path.join(SOURCES, name)), '--dry-run', '--json');
    expect(stderr).toBe('');
    const reports = JSON.parse(stdout) as ImportReport[];
    expect(reports.map(({ kind }) => kind).toSorted()).toEqual(['analysis', 'anthology', 'other', 'other', 'report']);
  });
});
