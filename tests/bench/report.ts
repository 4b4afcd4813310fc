/** The tables, in markdown, as they go into the README. */
import { cpus } from 'node:os';
import type { Figures, Scenario, ServerName } from './bench-types';
import { type AimResult, judge, type ScenarioResult, type ServerResult } from './results';
import { AIMS } from './scenarios';

type Column = { title: string; figure: string; show: (value: number) => string };

const ms = (value: number): string => `${value < 10 ? value.toFixed(1) : value.toFixed(0)} ms`;
const percent = (value: number): string => `${(value * 100).toFixed(value < 0.1 ? 1 : 0)} %`;
const cpuMs = (value: number): string => `${(value * 1000).toFixed(0)} ms`;
const mb = (value: number): string => `${value.toFixed(value < 10 ? 1 : 0)} MB`;
const kb = (value: number): string => `${value.toFixed(0)} KB`;

const LATENCY: Column[] = [
  { title: 'p50', figure: 'p50', show: ms },
  { title: 'p95', figure: 'p95', show: ms },
  { title: 'p99', figure: 'p99', show: ms },
];
const CPU: Column[] = [
  { title: 'CPU', figure: 'cpu', show: percent },
  { title: 'PostgreSQL CPU', figure: 'postgres', show: percent },
];
const WORK: Column[] = [
  { title: 'CPU', figure: 'cpuSeconds', show: cpuMs },
  { title: 'PostgreSQL CPU', figure: 'postgresSeconds', show: cpuMs },
];
const MEMORY: Column = { title: 'memory', figure: 'megabytesHeld', show: mb };

const COLUMNS: Record<Scenario['kind'], Column[]> = {
  write: [...LATENCY, ...CPU, MEMORY],
  cursor: [...LATENCY, ...CPU, MEMORY],
  join: [
    { title: 'one', figure: 'one', show: ms },
    { title: 'twenty: p50', figure: 'p50', show: ms },
    { title: 'twenty: all in', figure: 'all', show: ms },
    ...WORK,
    MEMORY,
  ],
  return: [
    { title: 'all synced', figure: 'all', show: ms },
    { title: 'sent to each', figure: 'kilobytes', show: kb },
    ...WORK,
    MEMORY,
  ],
};
const PER_ROOM: Column = { title: 'memory per room', figure: 'kilobytesPerRoom', show: kb };

const NAMES: Record<ServerName, string> = {
  relay: 'bare relay',
  'y-websocket-server': '@y/websocket-server',
  hocuspocus: 'Hocuspocus',
  knooppunt: '**Knooppunt**',
};

function columnsOf(scenario: Scenario): Column[] {
  return scenario.kind === 'write' && scenario.rooms > 1 ? [...COLUMNS.write, PER_ROOM] : COLUMNS[scenario.kind];
}

function row(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

function cell(median: Figures, column: Column): string {
  const value = median[column.figure];
  return value === undefined || Number.isNaN(value) ? '–' : column.show(value);
}

function absoluteTable({ scenario, servers }: ScenarioResult): string {
  const columns = columnsOf(scenario);
  return [
    `**${scenario.title}**`,
    '',
    row(['', ...columns.map((column) => column.title)]),
    row(['---', ...columns.map(() => '---:')]),
    ...servers.map(({ server, median }) => row([NAMES[server], ...columns.map((column) => cell(median, column))])),
  ].join('\n');
}

/** Relative to the relay; to @y/websocket-server where a relay has nothing to offer. */
function ratioRows({ scenario, servers }: ScenarioResult): string[] {
  const base =
    servers.find(({ server }) => server === 'relay') ?? servers.find(({ server }) => server === 'y-websocket-server');
  if (!base) return [];
  const figures =
    scenario.kind === 'join'
      ? ['one', 'p50', 'all', 'cpuSeconds']
      : scenario.kind === 'return'
        ? ['all', 'cpuSeconds']
        : ['p50', 'p95', 'p99', 'cpu'];
  return figures.map((figure) => {
    const title = columnsOf(scenario).find((column) => column.figure === figure)?.title ?? figure;
    const ratio = (name: ServerName): string => {
      const value =
        (servers.find(({ server }) => server === name)?.median[figure] ?? Number.NaN) /
        (base.median[figure] ?? Number.NaN);
      return Number.isNaN(value) ? '–' : value.toFixed(2);
    };
    return row([
      scenario.name,
      title,
      ratio('relay'),
      ratio('y-websocket-server'),
      ratio('hocuspocus'),
      `**${ratio('knooppunt')}**`,
    ]);
  });
}

function ratioTable(results: readonly ScenarioResult[]): string {
  return [
    "**Ratios** to the bare relay; for joins and returns to @y/websocket-server. CPU is the server's own, without PostgreSQL.",
    '',
    row(['scenario', 'figure', 'bare relay', '@y/websocket-server', 'Hocuspocus', '**Knooppunt**']),
    row(['---', '---', '---:', '---:', '---:', '---:']),
    ...results.flatMap(ratioRows),
  ].join('\n');
}

function aimRow({ aim, value, met }: AimResult): string {
  const measured = Number.isNaN(value)
    ? '–'
    : 'times' in aim
      ? `${value.toFixed(2)} ×`
      : `${value >= 0 ? '+' : '−'}${Math.abs(value).toFixed(1)} ms`;
  return row([aim.title, measured, met ? 'met' : '**missed**']);
}

/** The generator shares the machine: where it is itself at its limit, latencies are partly its own. */
function remarks({ scenario, servers }: ScenarioResult): string[] {
  const busy = servers.filter(({ median }) => (median.generatorLoad ?? 0) > 0.9).map(({ server }) => NAMES[server]);
  const remark = ({ server, problems }: ServerResult): string[] =>
    problems.map((problem) => `- ${scenario.name}, ${NAMES[server]}: ${problem} (that round does not count).`);
  return [
    ...(busy.length > 0 && scenario.kind !== 'join' && scenario.kind !== 'return'
      ? [
          `- ${scenario.name}: the load generator was at its own limit beside ${busy.join(', ')}; latencies there are upper bounds.`,
        ]
      : []),
    ...servers.flatMap(remark),
  ];
}

/** `load`: runnable processes of others, per core, just before the bench began (where the system tells). */
export type Circumstances = { rounds: number; quick: boolean; commitMs: number; date: string; load: number };

/** 'AMD EPYC, 2 cores, Node 20.20.2, linux x64, 2026-11-21'. */
function machineLine({ rounds, quick, commitMs, date }: Circumstances): string {
  const model = cpus()[0]?.model.trim() ?? 'unknown processor';
  return (
    `${model}, ${cpus().length} cores, Node ${process.versions.node}, ${process.platform} ${process.arch}, ${date}; ` +
    `medians of ${rounds} interleaved round${rounds === 1 ? '' : 's'}${quick ? ' (quick)' : ''}; one commit takes ${commitMs.toFixed(1)} ms on this disk (fsync on).`
  );
}

export function report(results: readonly ScenarioResult[], circumstances: Circumstances): string {
  const aims = AIMS.map((aim) => judge(aim, results)).filter((aim) => aim !== undefined);
  const busy = circumstances.load > 0.3;
  const notes = [
    ...(busy
      ? [
          `- other work ran on this machine (load ${circumstances.load.toFixed(1)} per core at the start): run again when it is quiet.`,
        ]
      : []),
    ...results.flatMap(remarks),
  ];
  return [
    machineLine(circumstances),
    'CPU is per second of load, 100 % is one core; memory is held after a garbage collection. Knooppunt stores every update before it sends it; the others store nothing.',
    ...results.map(absoluteTable),
    ratioTable(results),
    ...(aims.length > 0
      ? [[row(['aim', 'measured', '']), row(['---', '---:', '---']), ...aims.map(aimRow)].join('\n')]
      : []),
    ...(notes.length > 0 ? [['Remarks:', ...notes].join('\n')] : []),
  ].join('\n\n');
}
