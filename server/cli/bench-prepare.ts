/**
 * `npm run bench:prepare`: boards and participants for an outside load test of a running server. Its last line is
 * JSON: rooms, the headers each client opens /sync/<room> with, the name of the Y.Map and one example record.
 */
import { request } from 'node:http';
import { connect } from 'node:net';
import { fileURLToPath } from 'node:url';
import { Pool } from 'pg';
import { cookieName } from '@/lib/auth/cookies';
import { SYNC_PATH } from '@/lib/collab/protocol';
import { exampleNote, RECORDS_MAP } from '@/lib/collab/workshop-doc';
import { nlBench } from '@/lib/messages/nl-bench';
import { StartRefusal } from '../start-refusal';
import { insertBenchBoards, newestTemplateVersion } from './bench-boards';

const ROOT = fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/, '');
const MOST = 1_000;
const PROBE_MS = 10_000;

type Settings = { port: number; host: string; publicUrl?: string };
type ClientHeaders = { Cookie: string; Origin: string };

/** The start is plain JavaScript, because it runs before TypeScript can. */
async function fromStart<T>(file: string): Promise<T> {
  return (await import(new URL(file, import.meta.url).href)) as T;
}

/** @throws StartRefusal that names the variable */
function readCount(name: string, value: string | undefined): number {
  const count = Number(value ?? '1');
  if (!/^\d{1,4}$/.test(value ?? '1') || count < 1 || count > MOST)
    throw new StartRefusal(nlBench.wrongNumber(name, MOST));
  return count;
}

function addressOf({ host, port }: Settings): { host: string; port: number } {
  return { host: host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host, port };
}

function isListening(settings: Settings): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(addressOf(settings));
    const end = (listening: boolean) => {
      socket.destroy();
      resolve(listening);
    };
    socket.once('connect', () => end(true));
    socket.once('error', () => end(false));
    socket.setTimeout(PROBE_MS, () => end(false));
  });
}

/** Whether a client with these headers comes in: one WebSocket upgrade, closed at once. */
function isLetIn(settings: Settings, boardId: string, headers: ClientHeaders): Promise<boolean> {
  return new Promise((resolve) => {
    const upgrade = request({
      ...addressOf(settings),
      path: SYNC_PATH + boardId,
      headers: {
        ...headers,
        Connection: 'Upgrade',
        Upgrade: 'websocket',
        'Sec-WebSocket-Version': '13',
        'Sec-WebSocket-Key': 'a25vb3BwdW50LWJlbmNoLQ==',
      },
    });
    const end = (letIn: boolean) => {
      upgrade.destroy();
      resolve(letIn);
    };
    upgrade.once('upgrade', (_response, socket) => {
      socket.destroy();
      end(true);
    });
    upgrade.once('response', () => end(false));
    upgrade.once('error', () => end(false));
    upgrade.setTimeout(PROBE_MS, () => end(false));
    upgrade.end();
  });
}

/** The address the server calls its own: it is accepted whatever address a load tool connects to. */
async function ownOrigin(settings: Settings, boardId: string, cookie: string): Promise<string> {
  const { baseUrlOf } = await fromStart<{ baseUrlOf: (settings: Settings) => { url: string } }>(
    '../start/base-url.mjs',
  );
  const { host, port } = addressOf(settings);
  for (const Origin of [baseUrlOf(settings).url, `http://localhost:${port}`, `http://${host}:${port}`]) {
    if (await isLetIn(settings, boardId, { Cookie: cookie, Origin })) return Origin;
  }
  throw new StartRefusal(nlBench.refused);
}

type Size = { rooms: number; clients: number };

async function prepare(settings: Settings, { rooms, clients }: Size, url: string): Promise<void> {
  const startedAt = performance.now();
  const pool = new Pool({ connectionString: url, max: 1 });
  try {
    const templateVersionId = await newestTemplateVersion(pool);
    if (!templateVersionId) throw new StartRefusal(nlBench.noTemplate);
    const { boardIds, tokens } = await insertBenchBoards(pool, rooms, clients, templateVersionId);
    const name = cookieName('device', settings.publicUrl?.startsWith('https:') ?? false);
    const Origin = await ownOrigin(settings, boardIds[0] ?? '', `${name}=${tokens[0]}`);
    const result = {
      rooms: boardIds,
      clients: tokens.map((token) => ({ headers: { Cookie: `${name}=${token}`, Origin } })),
      map: RECORDS_MAP,
      record: exampleNote('p:00000000-0000-4000-8000-000000000000'),
    };
    const seconds = ((performance.now() - startedAt) / 1000).toFixed(1).replace('.', ',');
    process.stdout.write(`${nlBench.made(rooms, clients, seconds)}\n${JSON.stringify(result)}\n`);
  } finally {
    await pool.end();
  }
}

/** Everything that can be wrong before the database is touched. */
async function readTask(): Promise<{ settings: Settings; size: Size }> {
  const { settingsOf } = await fromStart<{ settingsOf: (root: string) => Settings }>('../start/run.mjs');
  const settings = settingsOf(ROOT);
  // biome-ignore lint/style/noProcessEnv: two numbers of this command, no settings of the product
  const { BENCH_ROOMS, BENCH_CLIENTS } = process.env;
  const size = { rooms: readCount('BENCH_ROOMS', BENCH_ROOMS), clients: readCount('BENCH_CLIENTS', BENCH_CLIENTS) };
  if (!(await isListening(settings))) throw new StartRefusal(nlBench.notRunning(settings.port));
  return { settings, size };
}

type WithDatabase = (
  needs: { alone: boolean },
  work: (installation: { url: string }) => Promise<void>,
) => Promise<void>;

try {
  const { settings, size } = await readTask();
  const { withDatabase } = await fromStart<{ withDatabase: WithDatabase }>('./with-database.mjs');
  await withDatabase({ alone: false }, ({ url }) => prepare(settings, size, url));
} catch (error) {
  const { sentenceOf } = await fromStart<{ sentenceOf: (error: unknown, folder: string) => string }>(
    '../start/refusal.mjs',
  );
  process.stderr.write(`${sentenceOf(error, ROOT)}\n`);
  process.exitCode = 1;
}
