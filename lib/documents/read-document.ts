import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { MAX_SOURCE_BYTES } from '@/lib/api/evidence-contracts';
import { type Result, refuse } from '@/lib/domain/result';
import { readingProgram } from '@/lib/env';
import { log } from '@/lib/log';
import type { ReadingAnswer, ReadingJob, ReadSource, ReadText, SourceRefusal } from './reading-job';

/** From the first byte to the answer; a normal document takes a second. */
const MAX_MS = 10_000;
const MAX_HEAP_MB = 512;
const MAX_RESIDENT_BYTES = 1024 * 1024 * 1024;
const LOOK_EVERY_MS = 100;

/** Memory outside the heap counts too; where the system does not say, the heap and the time are the bounds. */
async function residentBytes(pid: number | undefined): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  return Number(/^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1] ?? 0) * 1024;
}

/** One process per file: whatever a file does to it, the server and everybody's boards go on. */
function readApart(job: ReadingJob): Promise<ReadingAnswer> {
  const { file, execArgv, cwd } = readingProgram();
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [`--max-old-space-size=${MAX_HEAP_MB}`, ...execArgv, file], {
      cwd,
      env: { NODE_ENV: 'production' },
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      serialization: 'advanced',
    });
    let answer: ReadingAnswer = refuse('document-too-heavy');
    const kill = () => child.kill('SIGKILL');
    const late = setTimeout(kill, MAX_MS);
    const watch = setInterval(async () => {
      if ((await residentBytes(child.pid)) > MAX_RESIDENT_BYTES) kill();
    }, LOOK_EVERY_MS);
    child.on('message', (given) => {
      answer = given as ReadingAnswer;
    });
    child.on('error', (error) => log().error({ err: error }, 'the reading process did not start'));
    // A child that died by itself cannot take the job any more; its end tells.
    child.send(job, () => undefined);
    child.once('close', (code, signal) => {
      clearTimeout(late);
      clearInterval(watch);
      // A file that makes a reader throw is one that nothing reads; that it was not foreseen is ours to repair.
      if (code === 1) log().error({ code, signal }, 'the reading process failed');
      resolve(code === 1 ? refuse('document-broken') : answer);
    });
  });
}

async function read(bytes: Uint8Array, fileName: string, want: ReadingJob['want']): Promise<ReadingAnswer> {
  if (bytes.byteLength === 0) return refuse('document-empty');
  if (bytes.byteLength > MAX_SOURCE_BYTES) return refuse('document-too-large');
  return readApart({ bytes, fileName, want });
}

/** [IM6] The text of an untrusted file, read in a process of its own within 10 seconds. Never rejects. */
export function readDocument(bytes: Uint8Array, fileName: string): Promise<Result<ReadText, SourceRefusal>> {
  return read(bytes, fileName, 'text') as Promise<Result<ReadText, SourceRefusal>>;
}

/** The same, with the text already taken apart: a long text would keep this process from its boards. */
export function readSource(bytes: Uint8Array, fileName: string): Promise<Result<ReadSource, SourceRefusal>> {
  return read(bytes, fileName, 'source') as Promise<Result<ReadSource, SourceRefusal>>;
}
