/**
 * `npm run import -- <file> [<file> …] [--dry-run] [--json]`: takes documents up as sources ([IM12]). With --dry-run it
 * only says what it found, and needs no installation.
 */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { Pool } from 'pg';
import type { SourceView } from '@/lib/api/evidence-contracts';
import { MAX_SOURCE_BYTES } from '@/lib/api/evidence-contracts';
import { type NewSource, storeSource } from '@/lib/db/sources';
import { readSource } from '@/lib/documents/read-document';
import { reportSource } from '@/lib/domain/evidence/report-source';
import { checkTemplate } from '@/lib/domain/template/check-template';
import type { Template } from '@/lib/domain/template/template';
import { DEFAULT_TEMPLATE } from '@/lib/domain/workshop/example-workshop';
import { refusalSentence } from '@/lib/messages/nl-errors';
import { nlImportCommand as nl } from '@/lib/messages/nl-import';
import { StartRefusal } from '../start-refusal';
import { importTable } from './import-table';

const ROOT = fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/, '');
const OPTIONS = ['--dry-run', '--json'];

type Task = { files: string[]; dryRun: boolean; json: boolean };
type Settings = { databaseUrl?: string };
type WithDatabase = (
  needs: { alone: boolean },
  work: (installation: { url: string }) => Promise<void>,
) => Promise<void>;

/** The start is plain JavaScript, because it runs before TypeScript can. */
async function fromStart<T>(file: string): Promise<T> {
  return (await import(new URL(file, import.meta.url).href)) as T;
}

/** @throws StartRefusal when it is not clear what is asked */
function readTask(args: readonly string[]): Task {
  const options = args.filter((arg) => arg.startsWith('--'));
  const unknown = options.find((option) => !OPTIONS.includes(option));
  if (unknown) throw new StartRefusal(nl.unknownOption(unknown));
  // biome-ignore lint/style/noProcessEnv: npm runs this in the root of the clone and says here where the person stood
  const from = process.env.INIT_CWD ?? process.cwd();
  const files = args.filter((arg) => !arg.startsWith('--')).map((file) => path.resolve(from, file));
  if (files.length === 0) throw new StartRefusal(nl.usage);
  return { files, dryRun: options.includes('--dry-run'), json: options.includes('--json') };
}

/** As the clone brings it: the same that every installation starts with. */
function ownTemplate(): Template | null {
  const file = path.join(ROOT, 'prisma/templates', `${DEFAULT_TEMPLATE}.json`);
  const check = checkTemplate(JSON.parse(readFileSync(file, 'utf8')) as unknown);
  return check.ok ? check.template : null;
}

/** @throws StartRefusal */
function readBytes(file: string): Buffer {
  try {
    if (statSync(file).size <= MAX_SOURCE_BYTES) return readFileSync(file);
  } catch {
    throw new StartRefusal(nl.missing(file));
  }
  throw new StartRefusal(nl.refused(path.basename(file), refusalSentence('document-too-large')));
}

/** @throws StartRefusal with the sentence of what is wrong with the file */
async function readFile(file: string, template: Template | null): Promise<NewSource> {
  const bytes = readBytes(file);
  const fileName = path.basename(file);
  const read = await readSource(bytes, fileName);
  if (!read.ok) throw new StartRefusal(nl.refused(fileName, refusalSentence(read.refusal)));
  const { source } = read.value;
  const sha256 = createHash('sha256').update(bytes).digest();
  return { source, report: reportSource(source, template), fileName, sha256, importedBy: null };
}

function print(values: readonly unknown[], { json }: Task, table: () => string): void {
  const text = json ? JSON.stringify(values.length === 1 ? values[0] : values, null, 2) : table();
  process.stdout.write(`${text}\n`);
}

async function store(url: string, found: readonly NewSource[], task: Task): Promise<void> {
  const pool = new Pool({ connectionString: url, max: 1 });
  try {
    const { rows } = await pool.query<{ there: boolean }>(
      "SELECT to_regclass('source_documents') IS NOT NULL AS there",
    );
    if (!rows[0]?.there) throw new StartRefusal(nl.oldDatabase);
    const stored: SourceView[] = [];
    for (const source of found) stored.push(await storeSource(pool, source));
    print(stored, task, () =>
      [
        ...found.map(({ report }) => importTable(report)),
        ...stored.map(({ title, version }) => nl.stored(title, version)),
      ].join('\n'),
    );
  } finally {
    await pool.end();
  }
}

/** A new database would be made, and removed from nobody's mind. @throws StartRefusal */
async function refuseWithoutInstallation(): Promise<void> {
  const { settingsOf } = await fromStart<{ settingsOf: (root: string) => Settings }>('../start/run.mjs');
  const settings = settingsOf(ROOT);
  if (settings.databaseUrl) return;
  const { dataFolder } = await fromStart<{ dataFolder: (settings: Settings) => { data: string } }>(
    '../start/data-folder.mjs',
  );
  if (!existsSync(path.join(dataFolder(settings).data, 'postgres'))) throw new StartRefusal(nl.noInstallation);
}

async function run(task: Task): Promise<void> {
  process.chdir(ROOT);
  if (!task.dryRun) await refuseWithoutInstallation();
  const template = ownTemplate();
  const found: NewSource[] = [];
  for (const file of task.files) found.push(await readFile(file, template));
  if (task.dryRun) {
    const reports = found.map(({ report }) => report);
    return print(reports, task, () => [...reports.map(importTable), nl.trial].join('\n'));
  }
  const { withDatabase } = await fromStart<{ withDatabase: WithDatabase }>('./with-database.mjs');
  await withDatabase({ alone: false }, ({ url }) => store(url, found, task));
}

try {
  await run(readTask(process.argv.slice(2)));
} catch (error) {
  const { sentenceOf } = await fromStart<{ sentenceOf: (error: unknown, folder: string) => string }>(
    '../start/refusal.mjs',
  );
  process.stderr.write(`${sentenceOf(error, ROOT)}\n`);
  process.exitCode = 1;
}
