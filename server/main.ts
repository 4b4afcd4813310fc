/**
 * The composition root: one process that serves Next and the sync WebSocket on one port.
 * Bundled to dist/main.mjs and run by server/start.mjs, which has the database ready and the environment checked.
 */
import path from 'node:path';
import next from 'next';
import { createSignInLink } from '@/lib/auth/sign-in-link';
import { closeDatabase, pgPool, prisma } from '@/lib/db/client';
import { applyMigrations, MigrationRefused } from '@/lib/db/migrate';
import { seedTemplates, TemplateSeedError } from '@/lib/db/seed-templates';
import { baseUrl, env } from '@/lib/env';
import { log } from '@/lib/log';
import { nlStart } from '@/lib/messages/nl-start';
import { listenForAccessChanges } from './access-changes';
import { createHttpServer } from './http-server';
import { openSync } from './open-sync';
import { startProjection } from './search/start-projection';
import { StartRefusal } from './start-refusal';

type Step = <T>(name: string, work: () => Promise<T>) => Promise<T>;

export type StartOptions = {
  /** the clone: prisma/, public/ and Next's build folder are found from here */
  root: string;
  /** shows progress when the work takes long */
  step: Step;
};

export type RunningServer = {
  /** a fresh one-time link for the facilitator */
  signInLink: () => Promise<string>;
  /** [S10] flushes and ends everything that was opened; within 10 s */
  close: () => Promise<void>;
};

const CLOSE_MS = 9_000;

/** Migrates, seeds, opens Next and the sync server, and listens; what was opened is closed again when it fails. */
export async function startServer({ root, step }: StartOptions): Promise<RunningServer> {
  process.on('unhandledRejection', (error) => log().error({ err: error }, 'a rejection that nobody handled'));
  const ends: (() => Promise<unknown>)[] = [closeDatabase];
  const close = async () => {
    const late = setTimeout(() => log().error('closing took too long; what was left is cut off'), CLOSE_MS);
    const all = (async () => {
      for (const end of ends.splice(0).reverse()) await end();
    })();
    await Promise.race([all, new Promise((resolve) => setTimeout(resolve, CLOSE_MS).unref())]);
    clearTimeout(late);
  };
  try {
    await step(nlStart.steps.migrations, () => migrate(path.join(root, 'prisma', 'migrations')));
    await step(nlStart.steps.template, () => seed(path.join(root, 'prisma', 'templates')));
    const sync = openSync();
    const { DATABASE_URL, HOST, PORT } = env();
    const listener = await listenForAccessChanges(DATABASE_URL, sync.withdraw, sync.recheck);
    ends.push(listener.close);
    ends.push(startProjection().close);
    const pages = next({ dev: false, dir: root, hostname: HOST, port: PORT });
    await step(nlStart.steps.pages, () => pages.prepare());
    ends.push(() => pages.close());
    const http = createHttpServer(pages.getRequestHandler(), sync.server.handleUpgrade.bind(sync.server));
    await http.listen(PORT, HOST);
    // [S10] No new connections, then the flush; requests that still run have the same time to end.
    ends.push(() => Promise.all([http.close(), sync.server.close()]));
  } catch (error) {
    await close();
    throw error;
  }
  return { signInLink: () => createSignInLink(prisma(), baseUrl()), close };
}

async function migrate(folder: string): Promise<void> {
  try {
    const applied = await applyMigrations(pgPool(), folder);
    if (applied.length > 0) log().info({ applied }, 'migrations applied');
  } catch (error) {
    if (!(error instanceof MigrationRefused)) throw error;
    throw new StartRefusal(nlStart.migrationRefused[error.problem](error.migration), { cause: error });
  }
}

async function seed(folder: string): Promise<void> {
  try {
    await seedTemplates(prisma(), folder);
  } catch (error) {
    if (!(error instanceof TemplateSeedError)) throw error;
    throw new StartRefusal(error.message, { cause: error });
  }
}
