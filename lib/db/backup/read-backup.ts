import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { createGunzip } from 'node:zlib';
import { BackupRefused, type Header, HeaderSchema, type Row, RowSchema, TrailerSchema } from './backup-format';

/** Reads a whole backup and checks it; throws BackupRefused `damaged` unless every line is there as it was written. */
export async function verifyBackup(file: string): Promise<Header> {
  try {
    return await verify(file);
  } catch (error) {
    throw error instanceof BackupRefused ? error : new BackupRefused('damaged', { cause: error });
  }
}

async function verify(file: string): Promise<Header> {
  const hash = createHash('sha256');
  let header: Header | undefined;
  let counts: number[] = [];
  let held: string | undefined;
  for await (const line of linesOf(file)) {
    if (held !== undefined) {
      hash.update(`${held}\n`);
      if (header) count(counts, RowSchema.parse(JSON.parse(held)));
      else {
        header = HeaderSchema.parse(JSON.parse(held));
        counts = header.tables.map(() => 0);
      }
    }
    held = line;
  }
  const trailer = TrailerSchema.parse(JSON.parse(held ?? ''));
  const whole = trailer.sha256 === hash.digest('hex') && trailer.rows.join() === counts.join();
  if (!header || !whole) throw new BackupRefused('damaged');
  return header;
}

function count(counts: number[], [table]: Row): void {
  counts[table] = (counts[table] ?? 0) + 1;
}

/** The rows of a verified backup, in the order in which they can be loaded. */
export async function* backupRows(file: string): AsyncGenerator<Row> {
  let first = true;
  for await (const line of linesOf(file)) {
    if (!first && line.startsWith('[')) yield RowSchema.parse(JSON.parse(line));
    first = false;
  }
}

/** JSON writes line ends inside a row as escapes, so a line is a record. */
async function* linesOf(file: string): AsyncGenerator<string> {
  const source = createReadStream(file);
  const unzipped = createGunzip();
  source.on('error', (error) => unzipped.destroy(error));
  source.pipe(unzipped);
  let rest = '';
  for await (const chunk of unzipped.setEncoding('utf8')) {
    const parts = (rest + chunk).split('\n');
    rest = parts.pop() ?? '';
    yield* parts;
  }
  if (rest !== '') throw new BackupRefused('damaged');
}
