/**
 * One person at a board: the connection with a truthful save state, and [S5] the exchange of the whole document when the
 * server refuses an update.
 */
import type { Awareness } from 'y-protocols/awareness';
import type * as Y from 'yjs';
import { BoardConnection } from './board-connection';
import { CLOSE } from './protocol';
import type { SaveState } from './save-state';

export type StopReason = 'signed-out' | 'forbidden' | 'unknown-board' | 'bad-message' | 'too-large' | 'too-fast';
const STOP_REASONS: Record<number, StopReason> = {
  [CLOSE.badMessage]: 'bad-message',
  [CLOSE.signedOut]: 'signed-out',
  [CLOSE.forbidden]: 'forbidden',
  [CLOSE.unknownBoard]: 'unknown-board',
  [CLOSE.tooLarge]: 'too-large',
  [CLOSE.tooFast]: 'too-fast',
};

export type BoardClientEvents = {
  /** a document is loaded for the first time, or has taken the place of a refused one */
  onDoc: (doc: Y.Doc, awareness: Awareness) => void;
  onSynced: () => void;
  onSaveState: (state: SaveState) => void;
  /** [S5] texts that were not saved, for the person to copy */
  onRefused: (texts: string[]) => void;
  /** the server ended it for good; `texts` were not saved */
  onStopped: (reason: StopReason, texts: string[]) => void;
};

export type BoardClientOptions = {
  /** ws(s)://host/sync */
  url: string;
  boardId: string;
  events: BoardClientEvents;
  /** tests in Node bring their own */
  WebSocketPolyfill?: typeof WebSocket;
};

export class BoardClient {
  readonly #options: BoardClientOptions;
  #saveState: SaveState = { connection: 'connecting', unsaved: false };
  #connection: BoardConnection | null = null;

  constructor(options: BoardClientOptions) {
    this.#options = options;
    this.restart();
  }

  get doc(): Y.Doc {
    return this.#current.doc;
  }

  get awareness(): Awareness {
    return this.#current.provider.awareness;
  }

  get saveState(): SaveState {
    return this.#saveState;
  }

  /** Begins with a fresh document under a new client id; what the old one held unsaved is gone. */
  restart(): void {
    const { url, boardId, events, WebSocketPolyfill } = this.#options;
    const old = this.#connection;
    const connection = new BoardConnection(url, boardId, () => this.#onPending(connection), WebSocketPolyfill);
    this.#connection = connection;
    this.#listen(connection);
    this.#tell({ connection: 'connecting', unsaved: false });
    events.onDoc(connection.doc, connection.provider.awareness);
    connection.provider.connect();
    old?.close();
  }

  dispose(): void {
    this.#connection?.close();
  }

  get #current(): BoardConnection {
    if (!this.#connection) throw new Error('not open');
    return this.#connection;
  }

  #tell(change: Partial<SaveState>): void {
    const next = { ...this.#saveState, ...change };
    if (next.connection === this.#saveState.connection && next.unsaved === this.#saveState.unsaved) return;
    this.#saveState = next;
    this.#options.events.onSaveState(next);
  }

  #onPending(connection: BoardConnection): void {
    if (connection === this.#connection) this.#tell({ unsaved: connection.hasPending });
  }

  #listen(connection: BoardConnection): void {
    const { provider } = connection;
    provider.on('sync', (synced) => {
      if (!synced || connection !== this.#connection) return;
      this.#tell({ connection: 'online' });
      this.#options.events.onSynced();
    });
    provider.on('connection-close', () => {
      if (connection === this.#connection && this.#saveState.connection !== 'stopped')
        this.#tell({ connection: 'offline' });
    });
    provider.on('closed', ({ code }) => this.#onClosed(connection, code));
  }

  #onClosed(connection: BoardConnection, code: number): void {
    if (connection !== this.#connection) return;
    const lost = connection.hasPending ? connection.unsavedTexts() : [];
    if (code === CLOSE.refused) {
      this.restart();
      this.#options.events.onRefused(lost);
      return;
    }
    this.#tell({ connection: 'stopped' });
    this.#options.events.onStopped(STOP_REASONS[code] ?? 'forbidden', lost);
  }
}
