/** What bench, load generator and measured servers tell each other. */
import type { Dialect } from './load/dialect';

export const SERVERS = ['relay', 'y-websocket-server', 'hocuspocus', 'knooppunt'] as const;
export type ServerName = (typeof SERVERS)[number];

/** `hz` per writer, times in milliseconds. */
export type Scenario =
  | { kind: 'write'; name: string; rooms: number; clientsPerRoom: number; writersPerRoom: number; hz: number }
  | { kind: 'cursor'; name: string; clients: number; hz: number }
  | { kind: 'join'; name: string; records: number; atOnce: number }
  | { kind: 'return'; name: string; records: number; writes: number; clients: number };

export type Timing = { warmUp: number; measured: number };

/** Where a room is reached; `answersSync` is false for the relay, which has no document. */
export type Target = {
  port: number;
  pathOf: 'room' | 'sync' | 'root';
  dialect: Dialect;
  answersSync: boolean;
  headers: Record<string, string>;
};

/** `rooms` are board ids. */
export type RunOrder = { type: 'run'; scenario: Scenario; timing: Timing; target: Target; rooms: string[] };

/** Names of figures as they stand in the report. */
export type Figures = Record<string, number>;

/** 'seeded': the board is written; 'start' and 'end': the measured time; 'held': connections are still open. */
export type Checkpoint = 'connected' | 'seeded' | 'start' | 'end' | 'held';
export type FromGenerator =
  | { type: 'ready' }
  | { type: 'checkpoint'; name: Checkpoint }
  | { type: 'done'; figures: Figures; problems: string[] }
  | { type: 'failed'; reason: string };
export type ToGenerator = RunOrder | { type: 'continue' };
