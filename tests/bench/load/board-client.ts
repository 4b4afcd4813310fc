/** One client of one room: connects, joins as a y-websocket or Hocuspocus client does, then hands every frame to `listener`. */
import type { Target } from '../bench-types';
import { Wire } from './dialect';
import { until } from './pace';
import { type FrameFacts, type FrameListener, RawClient } from './raw-client';

/** State vector and update of an empty document. */
const EMPTY_STATE = new Uint8Array([0]);
export const EMPTY_UPDATE = new Uint8Array([0, 0]);

const LEAVE_MS = 2_000;

export type BoardClientOptions = {
  target: Target;
  room: string;
  /** what this client already has */
  stateVector?: Uint8Array;
  /** what this client sends to a server that has `serverState` */
  missingFor?: (serverState: Uint8Array) => Uint8Array;
  /** sees frames and fragments from the first one on; bytes it does not own are only valid during the call */
  listener?: FrameListener;
};

export class BoardClient {
  readonly wire: Wire;
  readonly raw: RawClient;
  listener: FrameListener;
  private joining = true;
  private onJoined: (() => void) | undefined;
  private onAuthenticated: (() => void) | undefined;

  constructor(private readonly options: BoardClientOptions) {
    const { target, room } = options;
    this.wire = new Wire(target.dialect, room);
    this.listener = options.listener ?? ((): void => undefined);
    const path = target.pathOf === 'root' ? '/' : target.pathOf === 'sync' ? `/sync/${room}` : `/${room}`;
    this.raw = new RawClient({
      port: target.port,
      path,
      headers: target.headers,
      onFrame: (bytes, start, end, facts) => this.receive(bytes, start, end, facts),
    });
  }

  /** Resolves when the server's second step is in: everything it had is here. */
  async join(): Promise<void> {
    const joined = new Promise<void>((resolve) => {
      this.onJoined = resolve;
    });
    await this.raw.open();
    if (!this.options.target.answersSync) {
      this.joining = false;
      return;
    }
    if (this.wire.dialect === 'hocuspocus') await this.authenticate();
    this.raw.send(this.wire.step1(this.options.stateVector ?? EMPTY_STATE));
    await joined;
  }

  close(): void {
    this.raw.close();
  }

  private authenticate(): Promise<void> {
    const authenticated = new Promise<void>((resolve) => {
      this.onAuthenticated = resolve;
    });
    this.raw.send(this.wire.auth());
    return authenticated;
  }

  private receive(bytes: Buffer, start: number, end: number, facts: FrameFacts): void {
    this.listener(bytes, start, end, facts);
    // A message in fragments is a large update; steps come whole.
    if (this.joining && facts.whole) this.answer(bytes, start, end);
  }

  private answer(bytes: Buffer, start: number, end: number): void {
    const message = this.wire.read(bytes, start, end);
    if (message.kind === 'auth') this.onAuthenticated?.();
    if (message.kind === 'step1') {
      this.raw.send(this.wire.step2(this.options.missingFor?.(message.bytes) ?? EMPTY_UPDATE));
    }
    if (message.kind === 'step2') {
      this.onJoined?.();
      // Hocuspocus asks for the client's part after its own: keep answering, the parse is cheap and rare.
      this.joining = this.wire.dialect === 'hocuspocus' || this.options.missingFor !== undefined;
    }
  }
}

/** Joins all, at most `width` at a time. */
export async function joinAll(clients: readonly BoardClient[], width = 20): Promise<void> {
  for (let i = 0; i < clients.length; i += width) {
    await Promise.all(clients.slice(i, i + width).map((client) => client.join()));
  }
}

/** Leaves; resolves when the server has let all go, so that it is not stopped amid goodbyes. */
export async function leaveAll(clients: readonly BoardClient[]): Promise<void> {
  for (const client of clients) client.raw.hangUp();
  await until(() => clients.every((client) => client.raw.closed), LEAVE_MS);
  for (const client of clients) client.close();
}

/** Sentences on what went wrong with these connections; empty when nothing did. */
export function lostConnections(clients: readonly BoardClient[]): string[] {
  const lost = clients.filter((client) => client.raw.closed).length;
  return lost > 0 ? [`the server closed ${lost} of ${clients.length} connections`] : [];
}
