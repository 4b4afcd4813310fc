/**
 * One person's connection to a board: y-websocket's provider with its known faults mended (sync.md, "The client we keep"),
 * a truthful save state, and [S5] the exchange of the whole document when the server refuses an update.
 */
import * as decoding from 'lib0/decoding';
import * as awarenessProtocol from 'y-protocols/awareness';
import * as syncProtocol from 'y-protocols/sync';
import * as encoding from 'lib0/encoding';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import { Acknowledgements } from './acknowledgements';
import { CLOSE, MAX_CURSOR_HZ, MESSAGE } from './protocol';
import { recordsOf, readRecord } from './workshop-doc';
import type { SaveState } from './save-state';

export type StopReason = 'signed-out' | 'forbidden' | 'unknown-board' | 'bad-message' | 'too-large' | 'too-fast';
const STOP_REASONS: Record<number, StopReason> = {
  [CLOSE.badMessage]: 'bad-message', [CLOSE.signedOut]: 'signed-out', [CLOSE.forbidden]: 'forbidden',
  [CLOSE.unknownBoard]: 'unknown-board', [CLOSE.tooLarge]: 'too-large', [CLOSE.tooFast]: 'too-fast',
};

export type BoardClientEvents = {
  /** a document is loaded for the first time, or has taken the place of a refused one */
  onDoc: (doc: Y.Doc, awareness: awarenessProtocol.Awareness) => void;
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

export type BoardClient = {
  readonly doc: Y.Doc;
  readonly awareness: awarenessProtocol.Awareness;
  readonly saveState: SaveState;
  /** after a stop, when the person asks for it: try again with a fresh document */
  restart: () => void;
  dispose: () => void;
};

/** The address of the sync server of a page at `location`. */
export function syncUrl(location: { protocol: string; host: string }): string {
  return `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/sync`;
}

type Connection = { doc: Y.Doc; provider: WebsocketProvider; acknowledgements: Acknowledgements; touched: Set<string>; close: () => void };

/** Sends local cursors only (the provider echoes everybody's), at most MAX_CURSOR_HZ, the last one always. */
function sendOwnAwarenessOnly(provider: WebsocketProvider): () => void {
  const { awareness } = provider;
  let timer: ReturnType<typeof setTimeout> | null = null;
  let lastSent = 0;
  const send = (): void => {
    timer = null;
    lastSent = Date.now();
    const socket = provider.ws;
    if (!provider.wsconnected || !socket || socket.readyState !== 1) return;
    const encoder = encoding.createEncoder();
    encoding.writeVarUint(encoder, MESSAGE.awareness);
    encoding.writeVarUint8Array(encoder, awarenessProtocol.encodeAwarenessUpdate(awareness, [awareness.clientID]));
    socket.send(encoding.toUint8Array(encoder) as Uint8Array<ArrayBuffer>);
  };
  const onUpdate = (_changes: unknown, origin: unknown): void => {
    if (origin === provider || timer !== null) return;
    timer = setTimeout(send, Math.max(0, lastSent + 1000 / MAX_CURSOR_HZ - Date.now()));
  };
  awareness.off('update', provider._awarenessUpdateHandler);
  provider._awarenessUpdateHandler = onUpdate;
  awareness.on('update', onUpdate);
  return () => {
    if (timer !== null) clearTimeout(timer);
    awareness.off('update', onUpdate);
  };
}

/** Reads along with sync messages, before the provider applies them. */
function watchCommits(provider: WebsocketProvider, acknowledgements: Acknowledgements, onChange: () => void): void {
  const original = provider.messageHandlers[MESSAGE.sync];
  if (!original) throw new Error('y-websocket has no sync handler');
  provider.messageHandlers[MESSAGE.sync] = (encoder, decoder, ...rest) => {
    const copy = decoding.createDecoder(decoder.arr);
    copy.pos = decoder.pos;
    original(encoder, decoder, ...rest);
    const kind = decoding.readVarUint(copy);
    const bytes = decoding.readVarUint8Array(copy);
    if (kind === syncProtocol.messageYjsSyncStep1) acknowledgements.addCommittedClock(bytes);
    else acknowledgements.addCommitted(bytes);
    onChange();
  };
}

/** Keys of the records a transaction changed. */
function touchedKeys(doc: Y.Doc, transaction: Y.Transaction): string[] {
  const records = recordsOf(doc);
  const keys: string[] = [];
  for (const [type, changed] of transaction.changed) {
    if ((type as unknown) === records) for (const key of changed) if (key !== null) keys.push(key);
  }
  for (const type of transaction.changedParentTypes.keys()) {
    const item = type._item;
    if (item && (item.parent as unknown) === records && item.parentSub !== null) keys.push(item.parentSub);
  }
  return keys;
}

function textsOf(doc: Y.Doc, keys: Iterable<string>): string[] {
  const texts = [...keys].map((key) => readRecord(doc, key)).map((record) => {
    if (!record || record.kind === 'drawing') return '';
    return record.kind === 'arrow' ? record.label : record.text;
  });
  return texts.filter((text) => text.trim() !== '');
}

export function openBoard({ url, boardId, events, WebSocketPolyfill }: BoardClientOptions): BoardClient {
  let saveState: SaveState = { connection: 'connecting', unsaved: false };
  let current: Connection;

  function tell(change: Partial<SaveState>): void {
    const next = { ...saveState, ...change };
    if (next.connection === saveState.connection && next.unsaved === saveState.unsaved) return;
    saveState = next;
    events.onSaveState(next);
  }

  function onClosed(connection: Connection, code: number): void {
    if (connection !== current) return;
    const lost = connection.acknowledgements.hasPending ? textsOf(connection.doc, connection.touched) : [];
    if (code === CLOSE.refused) {
      start();
      events.onRefused(lost);
      return;
    }
    tell({ connection: 'stopped' });
    events.onStopped(STOP_REASONS[code] ?? 'forbidden', lost);
  }

  function connect(): Connection {
    const doc = new Y.Doc();
    const acknowledgements = new Acknowledgements(doc.clientID);
    const touched = new Set<string>();
    const provider = new WebsocketProvider(url, boardId, doc, {
      connect: false, disableBc: true, ...(WebSocketPolyfill ? { WebSocketPolyfill } : {}),
    });
    const stopAwareness = sendOwnAwarenessOnly(provider);
    const refresh = (): void => {
      if (!acknowledgements.hasPending) touched.clear();
      if (current?.doc === doc) tell({ unsaved: acknowledgements.hasPending });
    };
    watchCommits(provider, acknowledgements, refresh);
    doc.on('update', (update, origin, _doc, transaction) => {
      if (origin === provider) return;
      acknowledgements.addLocal(update);
      for (const key of touchedKeys(doc, transaction)) touched.add(key);
      refresh();
    });
    const connection: Connection = {
      doc, provider, acknowledgements, touched,
      close: () => {
        stopAwareness();
        awarenessProtocol.removeAwarenessStates(provider.awareness, [doc.clientID], 'closed');
        provider.destroy();
        doc.destroy();
      },
    };
    provider.on('sync', (synced) => {
      if (!synced || connection !== current) return;
      tell({ connection: 'online' });
      events.onSynced();
    });
    provider.on('connection-close', () => {
      if (connection === current && saveState.connection !== 'stopped') tell({ connection: 'offline' });
    });
    provider.on('closed', ({ code }) => onClosed(connection, code));
    return connection;
  }

  function start(): void {
    const old: Connection | undefined = current;
    current = connect();
    tell({ connection: 'connecting', unsaved: false });
    events.onDoc(current.doc, current.provider.awareness);
    current.provider.connect();
    old?.close();
  }

  start();
  return {
    get doc() { return current.doc; },
    get awareness() { return current.provider.awareness; },
    get saveState() { return saveState; },
    restart: start,
    dispose: () => current.close(),
  };
}
