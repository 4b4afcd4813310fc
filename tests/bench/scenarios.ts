/** What is measured, for how long, and what we aim at. */
import type { Scenario, ServerName, Timing } from './bench-types';

export type PlannedScenario = Scenario & { title: string; timing: Timing; quick: Timing };

const TIMES = { timing: { warmUp: 1_000, measured: 4_000 }, quick: { warmUp: 500, measured: 1_500 } };

function room(clients: number): PlannedScenario {
  return {
    kind: 'write',
    name: `room-${clients}`,
    title: `one room, ${clients} clients, ${clients / 10} writing 20/s`,
    rooms: 1,
    clientsPerRoom: clients,
    writersPerRoom: clients / 10,
    hz: 20,
    ...TIMES,
  };
}

function join(records: number): PlannedScenario {
  return {
    kind: 'join',
    name: `join-${records / 1000}k`,
    title: `join of ${records.toLocaleString('en')} records, one and twenty at once`,
    records,
    atOnce: 20,
    ...TIMES,
  };
}

export const SCENARIOS: readonly PlannedScenario[] = [
  room(10),
  room(50),
  room(200),
  {
    kind: 'cursor',
    name: 'cursors-100',
    title: 'one room, 100 clients moving cursors at 15 Hz',
    clients: 100,
    hz: 15,
    ...TIMES,
  },
  join(10_000),
  join(50_000),
  {
    kind: 'return',
    name: 'return-50',
    title: 'fifty clients return at once to a board of 50,000 writes',
    records: 5_000,
    writes: 50_000,
    clients: 50,
    ...TIMES,
  },
  {
    kind: 'write',
    name: 'rooms-100x3',
    title: '100 rooms of three, one of them writing 2/s',
    rooms: 100,
    clientsPerRoom: 3,
    writersPerRoom: 1,
    hz: 2,
    ...TIMES,
  },
];

/** Servers that can do a scenario: a relay has no document to join. */
export function canRun(scenario: Scenario, server: ServerName): boolean {
  return server !== 'relay' || scenario.kind === 'write' || scenario.kind === 'cursor';
}

/** Ours against `against`: at most `times` its figure, or (`plus`) at most so many milliseconds above it. */
export type Aim = { scenario: string; figure: string; against: ServerName; title: string } & (
  | { times: number }
  | { plus: number }
);

export const AIMS: readonly Aim[] = [
  {
    scenario: 'room-200',
    figure: 'cpu',
    against: 'relay',
    times: 0.6,
    title: '200 clients: CPU at most 0.6 × the relay',
  },
  {
    scenario: 'room-200',
    figure: 'p95',
    against: 'relay',
    plus: 25,
    title: '200 clients: p95 at most 25 ms above the relay',
  },
  {
    scenario: 'cursors-100',
    figure: 'cpu',
    against: 'relay',
    times: 0.15,
    title: '100 moving cursors: CPU at most 0.15 × the relay',
  },
  {
    scenario: 'join-10k',
    figure: 'all',
    against: 'y-websocket-server',
    times: 0.2,
    title: 'twenty joins of 10,000 records: at most 0.2 × @y/websocket-server',
  },
  {
    scenario: 'join-50k',
    figure: 'all',
    against: 'y-websocket-server',
    times: 0.2,
    title: 'twenty joins of 50,000 records: at most 0.2 × @y/websocket-server',
  },
  {
    scenario: 'return-50',
    figure: 'all',
    against: 'y-websocket-server',
    times: 1,
    title: 'fifty that return: at most 1 × @y/websocket-server',
  },
];
