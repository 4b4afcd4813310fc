/** Counters of one process since its start. */
export type SyncFigures = {
  redundant: number;
  refused: number;
  upgrades: number;
  upgradesRefused: number;
  compactions: number;
};

export function zeroFigures(): SyncFigures {
  return { redundant: 0, refused: 0, upgrades: 0, upgradesRefused: 0, compactions: 0 };
}

export type SyncStats = SyncFigures & {
  rooms: number;
  connections: number;
  pendingUpdates: number;
  commits: number;
  rows: number;
  bytes: number;
  failures: number;
  lastMs: number;
};
