/** The load generator: a process of its own that the bench forks; runs one order at a time and reports figures. */
import type { Checkpoint, Figures, FromGenerator, RunOrder, ToGenerator } from '../bench-types';
import { runCursors } from './cursor-scenario';
import { runJoins } from './join-scenario';
import { runReturns } from './return-scenario';
import { runWrites } from './write-scenario';

/** Tells the bench where the run is and goes on when it has taken its measurements. */
export type CheckIn = (name: Checkpoint) => Promise<void>;

let goOn: (() => void) | undefined;

function tell(message: FromGenerator): void {
  process.send?.(message);
}

const checkIn: CheckIn = (name) =>
  new Promise((resolve) => {
    goOn = resolve;
    tell({ type: 'checkpoint', name });
  });

function run(order: RunOrder): Promise<{ figures: Figures; problems: string[] }> {
  const { scenario } = order;
  switch (scenario.kind) {
    case 'write':
      return runWrites(order, scenario, checkIn);
    case 'cursor':
      return runCursors(order, scenario, checkIn);
    case 'join':
      return runJoins(order, scenario, checkIn);
    case 'return':
      return runReturns(order, scenario, checkIn);
  }
}

process.on('message', (message: ToGenerator) => {
  if (message.type === 'continue') {
    goOn?.();
    return;
  }
  run(message).then(
    (result) => tell({ type: 'done', ...result }),
    (error: unknown) => tell({ type: 'failed', reason: error instanceof Error ? error.message : String(error) }),
  );
});
process.on('disconnect', () => process.exit(0));
tell({ type: 'ready' });
