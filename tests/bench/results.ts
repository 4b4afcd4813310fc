/** Medians over rounds, and whether an aim is met. */
import type { Figures, ServerName } from './bench-types';
import type { RunResult } from './run-scenario';
import type { Aim, PlannedScenario } from './scenarios';

export type ServerResult = { server: ServerName; rounds: Figures[]; median: Figures; problems: string[] };
export type ScenarioResult = { scenario: PlannedScenario; servers: ServerResult[] };
export type AimResult = {
  aim: Aim;
  ours: number;
  theirs: number /** a ratio, or milliseconds above */;
  value: number;
  met: boolean;
};

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2;
}

/** Median per figure, over the rounds in which everything arrived; a server that loses work is cheap, not fast. */
export function serverResult(server: ServerName, runs: readonly RunResult[]): ServerResult {
  const rounds = runs.filter((run) => run.problems.length === 0).map((run) => run.figures);
  const names = Object.keys(rounds[0] ?? {});
  return {
    server,
    rounds,
    median: Object.fromEntries(names.map((name) => [name, median(rounds.map((round) => round[name] ?? Number.NaN))])),
    problems: [...new Set(runs.flatMap((run) => run.problems))],
  };
}

/** Undefined when the scenario or one of the two servers did not run; without a figure (its rounds failed) it is missed. */
export function judge(aim: Aim, results: readonly ScenarioResult[]): AimResult | undefined {
  const found = results.find(({ scenario }) => scenario.name === aim.scenario);
  if (!found) return undefined;
  const figure = (server: ServerName): number | undefined => {
    const result = found.servers.find((candidate) => candidate.server === server);
    return result && (result.median[aim.figure] ?? Number.NaN);
  };
  const ours = figure('knooppunt');
  const theirs = figure(aim.against);
  if (ours === undefined || theirs === undefined) return undefined;
  const value = 'times' in aim ? ours / theirs : ours - theirs;
  return { aim, ours, theirs, value, met: value <= ('times' in aim ? aim.times : aim.plus) };
}
