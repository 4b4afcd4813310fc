/** The bench's side of the load generator. */
import { fileURLToPath } from 'node:url';
import type { Checkpoint, Figures, FromGenerator, RunOrder } from '../bench-types';
import { BenchChild } from '../child-process';

const RUN_MS = 120_000;

export class Generator {
  private constructor(private readonly child: BenchChild) {}

  static async start(): Promise<Generator> {
    const child = new BenchChild('the load generator', fileURLToPath(new URL('./generator.ts', import.meta.url)), {
      execArgv: ['--import', import.meta.resolve('tsx'), '--max-old-space-size=4096'],
    });
    await child.next((message) => (message as FromGenerator).type === 'ready' || undefined);
    return new Generator(child);
  }

  get pid(): number {
    return this.child.pid;
  }

  /** Runs one order; `measure` is called, and waited for, at each checkpoint. */
  async run(
    order: RunOrder,
    measure: (name: Checkpoint) => Promise<void>,
  ): Promise<{ figures: Figures; problems: string[] }> {
    let next = this.nextMessage();
    this.child.send(order);
    for (;;) {
      const message = await next;
      if (message.type === 'done') return message;
      if (message.type === 'failed') throw new Error(message.reason);
      if (message.type === 'checkpoint') await measure(message.name);
      next = this.nextMessage();
      this.child.send({ type: 'continue' });
    }
  }

  stop(): Promise<void> {
    return this.child.stop();
  }

  private nextMessage(): Promise<FromGenerator> {
    const next = this.child.next((message) => message as FromGenerator, RUN_MS);
    // Looked at only after `measure`: until then a failure must not count as unhandled.
    next.catch(() => undefined);
    return next;
  }
}
