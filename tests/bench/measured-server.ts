/** Starts one of the servers in a process of its own. */
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ServerName, Target } from './bench-types';
import { BenchChild } from './child-process';
import { cpuSeconds, residentMegabytes } from './process-usage';

const HERE = path.dirname(fileURLToPath(import.meta.url));
const PEERS = path.join(HERE, 'peers');
/** Where build-knooppunt.ts puts our own server. */
export const KNOOPPUNT_BUNDLE = path.join(HERE, 'dist', 'knooppunt.mjs');

const FILES: Record<ServerName, string> = {
  relay: path.join(PEERS, 'relay.mjs'),
  'y-websocket-server': path.join(PEERS, 'y-websocket-server.mjs'),
  hocuspocus: path.join(PEERS, 'hocuspocus.mjs'),
  knooppunt: KNOOPPUNT_BUNDLE,
};

function targetOf(name: ServerName, port: number): Target {
  return {
    port,
    headers: {},
    answersSync: name !== 'relay',
    pathOf: name === 'knooppunt' ? 'sync' : name === 'hocuspocus' ? 'root' : 'room',
    dialect: name === 'hocuspocus' ? 'hocuspocus' : 'y-websocket',
  };
}

export class MeasuredServer {
  private constructor(
    readonly name: ServerName,
    readonly target: Target,
    private readonly child: BenchChild,
  ) {}

  /** `databaseUrl` is for our own server; `profile` is a folder for its CPU profile. */
  static async start(name: ServerName, databaseUrl: string, profile?: string): Promise<MeasuredServer> {
    const own = name === 'knooppunt';
    const profiling = own && profile ? ['--cpu-prof', `--cpu-prof-dir=${profile}`] : [];
    const child = new BenchChild(name, FILES[name], {
      execArgv: ['--expose-gc', ...profiling],
      env: { BENCH_PORT: '0', ...(own && { BENCH_DATABASE_URL: databaseUrl, LOG_LEVEL: 'error' }) },
    });
    const port = await child.next((message) => (message as { ready?: number }).ready);
    return new MeasuredServer(name, targetOf(name, port), child);
  }

  cpuSeconds(): number {
    return cpuSeconds(this.child.pid);
  }

  /** After a collection: what it holds, in MB. */
  async residentMegabytes(): Promise<number> {
    const collected = this.child.next((message) => (message === 'garbage-collected' ? true : undefined));
    this.child.send('collect-garbage');
    await collected;
    return residentMegabytes(this.child.pid);
  }

  stop(): Promise<void> {
    return this.child.stop();
  }

  lastWords(): string {
    return this.child.lastWords();
  }
}
