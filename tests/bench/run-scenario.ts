/** One scenario on one server, once: a fresh server process and fresh boards, figures of generator and system together. */
import type { Checkpoint, Figures, ServerName } from './bench-types';
import type { BenchDatabase } from './database';
import type { Generator } from './load/generator-process';
import { MeasuredServer } from './measured-server';
import { cpuSeconds, treeCpuSeconds } from './process-usage';
import type { PlannedScenario } from './scenarios';

const COMPACTION_MS = 20_000;

export type RunOptions = {
  server: ServerName;
  quick: boolean;
  database: BenchDatabase;
  generator: Generator;
  profile: string | undefined;
};
export type RunResult = { figures: Figures; problems: string[] };

type Usage = { at: number; server: number; postgres: number; generator: number };

/** Joins are measured on a board that has come to rest, which is how one finds it: compacted. */
async function untilCompacted(database: BenchDatabase, boardId: string): Promise<boolean> {
  const end = performance.now() + COMPACTION_MS;
  while (performance.now() < end) {
    if (await database.hasSnapshot(boardId)) return true;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return false;
}

class Meter {
  private readonly usages = new Map<Checkpoint, Usage>();
  private baseMemory = 0;
  memory = 0;

  constructor(
    private readonly server: MeasuredServer,
    private readonly options: RunOptions,
  ) {}

  async take(name: Checkpoint): Promise<void> {
    if (name === 'connected') this.baseMemory = await this.server.residentMegabytes();
    if (name === 'held') this.memory = await this.server.residentMegabytes();
    this.usages.set(name, {
      at: performance.now(),
      server: this.server.cpuSeconds(),
      postgres: treeCpuSeconds(this.options.database.postmaster),
      generator: cpuSeconds(this.options.generator.pid),
    });
  }

  /** CPU in seconds between 'start' and 'end'. */
  figures(rooms: number): Figures {
    const start = this.usages.get('start');
    const end = this.usages.get('end');
    if (!start || !end) throw new Error('A run was not measured.');
    return {
      cpuSeconds: end.server - start.server,
      postgresSeconds: end.postgres - start.postgres,
      generatorLoad: (end.generator - start.generator) / ((end.at - start.at) / 1000),
      megabytesHeld: this.memory,
      kilobytesPerRoom: ((this.memory - this.baseMemory) * 1024) / rooms,
    };
  }
}

/** Continuous scenarios are compared per second of load, so that work a server is late with still counts. */
function perSecond(scenario: PlannedScenario, figures: Figures, measured: number): Figures {
  if (scenario.kind === 'join' || scenario.kind === 'return') return figures;
  const seconds = measured / 1000;
  return {
    ...figures,
    cpu: (figures.cpuSeconds ?? 0) / seconds,
    postgres: (figures.postgresSeconds ?? 0) / seconds,
  };
}

export async function runScenario(scenario: PlannedScenario, options: RunOptions): Promise<RunResult> {
  const { database, generator } = options;
  const rooms = await database.newBoards(scenario.kind === 'write' ? scenario.rooms : 1);
  const timing = options.quick ? scenario.quick : scenario.timing;
  const server = await MeasuredServer.start(options.server, database.url, options.profile);
  const meter = new Meter(server, options);
  const problems: string[] = [];
  try {
    const result = await generator.run(
      { type: 'run', scenario, timing, target: server.target, rooms },
      async (name) => {
        const settled =
          name !== 'seeded' || options.server !== 'knooppunt' || (await untilCompacted(database, rooms[0] ?? ''));
        if (!settled) problems.push(`the board was not compacted within ${COMPACTION_MS / 1000} s`);
        await meter.take(name);
      },
    );
    const figures = perSecond(scenario, { ...result.figures, ...meter.figures(rooms.length) }, timing.measured);
    problems.push(...result.problems);
    return { figures, problems };
  } catch (error) {
    problems.push(error instanceof Error ? error.message : String(error));
    return { figures: {}, problems };
  } finally {
    // What the server said is for whoever looks for the cause; the report keeps to the fact.
    if (problems.length > 0 && server.lastWords())
      process.stderr.write(`${options.server} said:\n${server.lastWords()}\n`);
    await server.stop();
  }
}
