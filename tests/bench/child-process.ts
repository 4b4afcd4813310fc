/** A forked process of the bench: messages in order, ended by its id. */
import { type ChildProcess, fork } from 'node:child_process';
import { onLeave } from './clean-up';

const START_MS = 20_000;
const STOP_MS = 4_000;

export type ForkOptions = { env?: Record<string, string>; execArgv?: string[]; cwd?: string };

export class BenchChild {
  readonly pid: number;
  private readonly process: ChildProcess;
  private readonly forget: () => void;
  private log = '';
  private readonly gone: Promise<void>;

  constructor(
    private readonly name: string,
    file: string,
    options: ForkOptions = {},
  ) {
    this.process = fork(file, [], {
      env: { NODE_ENV: 'production', PATH: process.env.PATH, ...options.env },
      execArgv: options.execArgv ?? [],
      cwd: options.cwd,
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      serialization: 'advanced',
    });
    this.pid = this.process.pid ?? 0;
    for (const stream of [this.process.stdout, this.process.stderr]) {
      stream?.on('data', (data: Buffer) => {
        this.log = (this.log + data.toString()).slice(-4_000);
      });
    }
    this.gone = new Promise((resolve) => {
      this.process.once('exit', () => resolve());
    });
    this.forget = onLeave(() => this.stop());
  }

  send(message: object | string): void {
    if (this.process.connected) this.process.send(message);
  }

  /** The next message that `accepts` takes; rejects when the process ends or the time is over. */
  next<T>(accepts: (message: unknown) => T | undefined, milliseconds = START_MS): Promise<T> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(
        () => finish(() => reject(new Error(`${this.name} said nothing for ${milliseconds / 1000} s.\n${this.log}`))),
        milliseconds,
      );
      const onMessage = (message: unknown): void => {
        const taken = accepts(message);
        if (taken !== undefined) finish(() => resolve(taken));
      };
      const onExit = (code: number | null): void =>
        finish(() => reject(new Error(`${this.name} ended with code ${code}.\n${this.log}`)));
      const finish = (settle: () => void): void => {
        clearTimeout(timer);
        this.process.off('message', onMessage);
        this.process.off('exit', onExit);
        settle();
      };
      this.process.on('message', onMessage);
      this.process.once('exit', onExit);
    });
  }

  /** Asks, and insists after four seconds. */
  async stop(): Promise<void> {
    this.forget();
    if (this.process.exitCode !== null || this.process.signalCode !== null) return;
    this.process.kill('SIGTERM');
    const insist = setTimeout(() => this.process.kill('SIGKILL'), STOP_MS);
    await this.gone;
    clearTimeout(insist);
  }

  /** What it wrote last; for a message about what went wrong. */
  lastWords(): string {
    return this.log;
  }
}
