/** `npm run bench`: our sync server beside others, in interleaved rounds on one machine. Prints markdown, or JSON with --json. */
import { cpus, loadavg } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ServerName } from './bench-types';
import { buildKnooppunt } from './build-knooppunt';
import { isLeaving, leave, leaveOnSignals } from './clean-up';
import { type BenchDatabase, openBenchDatabase } from './database';
import { type FramesResult, framesReport, summarise } from './frames/frames-report';
import { measureFrames } from './frames/run';
import { Generator } from './load/generator-process';
import { KNOOPPUNT_BUNDLE } from './measured-server';
import { type BenchOptions, FRAMES, readOptions, SEARCH } from './options';
import { ensurePeers } from './peers-installed';
import { type Circumstances, report } from './report';
import { judge, type ScenarioResult, serverResult } from './results';
import { type RunResult, runScenario } from './run-scenario';
import { AIMS, canRun, type PlannedScenario, SCENARIOS } from './scenarios';
import { measureSearch, type SearchBench } from './search/run';
import { searchReport, summariseSearch } from './search/search-report';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

function say(text: string): void {
  process.stderr.write(`${text}\n`);
}

/** Another server goes first each round, so that none always runs on a machine that another has warmed. */
function rotated<T>(items: readonly T[], by: number): T[] {
  const shift = items.length === 0 ? 0 : by % items.length;
  return [...items.slice(shift), ...items.slice(0, shift)];
}

async function measure(
  scenario: PlannedScenario,
  options: BenchOptions,
  database: BenchDatabase,
): Promise<ScenarioResult> {
  const generator = await Generator.start();
  const servers = options.servers.filter((server) => canRun(scenario, server));
  const runs = new Map<ServerName, RunResult[]>(servers.map((server) => [server, []]));
  try {
    for (let round = 0; round < options.rounds; round += 1) {
      for (const server of rotated(servers, round)) {
        if (isLeaving()) throw new Error('interrupted');
        const started = performance.now();
        const result = await runScenario(scenario, {
          server,
          quick: options.quick,
          database,
          generator,
          profile: options.profile,
        });
        runs.get(server)?.push(result);
        say(
          `${scenario.name} ${round + 1}/${options.rounds} ${server} ${((performance.now() - started) / 1000).toFixed(1)} s ${result.problems.join('; ')}`,
        );
      }
    }
  } finally {
    await generator.stop();
  }
  return { scenario, servers: servers.map((server) => serverResult(server, runs.get(server) ?? [])) };
}

const wants = ({ only }: BenchOptions, name: string): boolean => only.length === 0 || only.includes(name);

async function benchServers(options: BenchOptions): Promise<{ json: object; text: string } | null> {
  if (!SCENARIOS.some(({ name }) => wants(options, name))) return null;
  const load = (loadavg()[0] ?? 0) / cpus().length;
  await ensurePeers(path.join(ROOT, 'tests/bench/peers'));
  await buildKnooppunt(ROOT, path.dirname(KNOOPPUNT_BUNDLE));
  const database = await openBenchDatabase(ROOT);
  const results: ScenarioResult[] = [];
  for (const scenario of SCENARIOS) {
    if (wants(options, scenario.name)) results.push(await measure(scenario, options, database));
  }
  const circumstances: Circumstances = {
    rounds: options.rounds,
    quick: options.quick,
    commitMs: database.commitMs,
    load,
    date: new Date().toISOString().slice(0, 10),
  };
  const aims = AIMS.map((aim) => judge(aim, results)).filter((aim) => aim !== undefined);
  return { json: { circumstances, results, aims }, text: report(results, circumstances) };
}

async function benchFrames(options: BenchOptions): Promise<FramesResult | null> {
  return wants(options, FRAMES) ? measureFrames({ rounds: options.rounds, pictures: undefined, say }) : null;
}

async function benchSearch(options: BenchOptions): Promise<SearchBench | null> {
  return wants(options, SEARCH) ? measureSearch({ root: ROOT, rounds: options.rounds, say }) : null;
}

async function bench(options: BenchOptions): Promise<void> {
  const started = performance.now();
  const servers = await benchServers(options);
  const search = await benchSearch(options);
  const frames = await benchFrames(options);
  const json = {
    ...servers?.json,
    ...(search && { search: { summary: summariseSearch(search), corpus: search.corpus } }),
    ...(frames && { frames: { summary: summarise(frames), ...frames } }),
  };
  const text = [servers?.text, search && searchReport(search), frames && framesReport(frames)]
    .filter(Boolean)
    .join('\n\n');
  process.stdout.write(options.json ? `${JSON.stringify(json, null, 2)}\n` : `${text}\n`);
  say(`Done in ${((performance.now() - started) / 1000).toFixed(0)} s.`);
}

leaveOnSignals();
let code = 0;
try {
  await bench(readOptions(process.argv.slice(2)));
} catch (error) {
  if (!isLeaving()) say(error instanceof Error ? error.message : String(error));
  code = 1;
} finally {
  await leave();
}
process.exit(code);
