/** Reads the events of GET …/live as a browser does, from the handler itself. */
import type { WorkshopState } from '@/lib/api/contracts';
import { followWorkshop } from '@/lib/http/live/follow-workshop';
import type { RouteBrowser } from './route-browser';

export type LiveEvent = { event: string; data: string };

export class LiveStream {
  readonly events: LiveEvent[] = [];
  ended = false;
  private readonly abort = new AbortController();
  private waiting: (() => void)[] = [];

  private constructor(readonly response: Response) {
    void this.read();
  }

  static async open(browser: RouteBrowser, workshop: string): Promise<LiveStream> {
    const abort = new AbortController();
    const response = await browser.send(followWorkshop, { workshop }, { method: 'GET', signal: abort.signal });
    const stream = new LiveStream(response);
    stream.abort.signal.addEventListener('abort', () => abort.abort());
    return stream;
  }

  get states(): WorkshopState[] {
    return this.events.filter(({ event }) => event === 'state').map(({ data }) => JSON.parse(data) as WorkshopState);
  }

  /** The newest state that answers, now or later; rejects after the time. */
  async until(holds: (state: WorkshopState) => boolean, timeoutMs = 5_000): Promise<WorkshopState> {
    const deadline = performance.now() + timeoutMs;
    for (;;) {
      const found = this.states.findLast(holds);
      if (found) return found;
      await this.next(deadline, `no such state; last: ${this.events.at(-1)?.data.slice(0, 400)}`);
    }
  }

  async untilBye(timeoutMs = 2_000): Promise<string> {
    const deadline = performance.now() + timeoutMs;
    for (;;) {
      const bye = this.events.find(({ event }) => event === 'bye');
      if (bye && this.ended) return bye.data;
      await this.next(deadline, 'no bye');
    }
  }

  close(): void {
    this.abort.abort();
  }

  private next(deadline: number, problem: string): Promise<void> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error(problem)), deadline - performance.now());
      this.waiting.push(() => {
        clearTimeout(timer);
        resolve();
      });
    });
  }

  private wake(): void {
    for (const waiter of this.waiting.splice(0)) waiter();
  }

  private async read(): Promise<void> {
    const decoder = new TextDecoder();
    let text = '';
    for await (const bytes of this.response.body ?? []) {
      text += decoder.decode(bytes, { stream: true });
      const blocks = text.split('\n\n');
      text = blocks.pop() ?? '';
      for (const block of blocks) {
        const [, event, data] = /^event: (.+)\ndata: (.+)$/.exec(block) ?? [];
        if (event && data) this.events.push({ event, data });
      }
      this.wake();
    }
    this.ended = true;
    this.wake();
  }
}
