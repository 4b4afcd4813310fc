/** One open screen: a stream of events to one browser. */
import type { ByeReason } from '@/lib/api/contracts';
import type { Credentials } from '@/lib/db/viewer-facts';
import type { Viewer } from '@/lib/domain/people/viewer';

/** A client this far behind gets the newest state when it can read again, not every one in between. */
const MAX_QUEUED = 2;
const encoder = new TextEncoder();

export class Screen {
  readonly stream: ReadableStream<Uint8Array>;
  private controller: ReadableStreamDefaultController<Uint8Array> | undefined;
  private waiting: string | null = null;
  private lastBody = '';

  constructor(
    readonly credentials: Credentials,
    public viewer: Viewer,
    private readonly onEnd: (screen: Screen) => void,
  ) {
    this.stream = new ReadableStream<Uint8Array>(
      {
        start: (controller) => {
          this.controller = controller;
        },
        pull: () => this.flush(),
        cancel: () => this.end(),
      },
      new CountQueuingStrategy({ highWaterMark: MAX_QUEUED }),
    );
  }

  /** One browser, whatever it may do: what the bound on open screens counts. */
  get browser(): string {
    return this.viewer.sessionId ?? this.viewer.deviceId ?? '';
  }

  /** A state document; one that says nothing new is not sent again. `body` is `text` without its time. */
  sendState(body: string, text: string): void {
    if (body === this.lastBody) return;
    this.lastBody = body;
    this.waiting = `event: state\ndata: ${text}\n\n`;
    this.flush();
  }

  /** Keeps proxies from closing a stream on which nothing happens. */
  beat(): void {
    if (this.controller && (this.controller.desiredSize ?? 0) > 0) this.write(': \n\n');
  }

  /** [W7] The last event: why this stream ends for good. */
  sayBye(reason: ByeReason): void {
    this.write(`event: bye\ndata: ${JSON.stringify({ reason })}\n\n`);
    this.end();
  }

  end(): void {
    const { controller } = this;
    if (!controller) return;
    this.controller = undefined;
    this.onEnd(this);
    try {
      controller.close();
    } catch {
      // Cancelled by the reader: closed already.
    }
  }

  private flush(): void {
    if (this.waiting === null || !this.controller || (this.controller.desiredSize ?? 0) <= 0) return;
    const text = this.waiting;
    this.waiting = null;
    this.write(text);
  }

  private write(text: string): void {
    this.controller?.enqueue(encoder.encode(text));
  }
}
