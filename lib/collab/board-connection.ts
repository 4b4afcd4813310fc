/**
 * One document and its provider, with the known faults of y-websocket's client mended (sync.md, "The client we keep").
 */
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import * as awarenessProtocol from 'y-protocols/awareness';
import * as syncProtocol from 'y-protocols/sync';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import { Acknowledgements } from './acknowledgements';
import { MAX_CURSOR_HZ, MESSAGE } from './protocol';
import { readRecord, recordsOf } from './workshop-doc';

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

/** Reads along with sync messages while the provider applies them. */
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

export class BoardConnection {
  readonly doc = new Y.Doc();
  readonly provider: WebsocketProvider;
  readonly #acknowledgements = new Acknowledgements(this.doc.clientID);
  /** records with local changes the server has not confirmed */
  readonly #touched = new Set<string>();
  readonly #stopAwareness: () => void;

  constructor(
    url: string,
    boardId: string,
    onPendingChange: () => void,
    WebSocketPolyfill: typeof WebSocket | undefined,
  ) {
    const { doc } = this;
    const provider = new WebsocketProvider(url, boardId, doc, {
      connect: false,
      disableBc: true,
      ...(WebSocketPolyfill ? { WebSocketPolyfill } : {}),
    });
    this.provider = provider;
    this.#stopAwareness = sendOwnAwarenessOnly(provider);
    const refresh = (): void => {
      if (!this.hasPending) this.#touched.clear();
      onPendingChange();
    };
    watchCommits(provider, this.#acknowledgements, refresh);
    doc.on('update', (update, origin, _doc, transaction) => {
      if (origin === provider) return;
      this.#acknowledgements.addLocal(update);
      for (const key of touchedKeys(doc, transaction)) this.#touched.add(key);
      refresh();
    });
  }

  get hasPending(): boolean {
    return this.#acknowledgements.hasPending;
  }

  /** Texts of the records whose changes are not confirmed, for the person to copy. */
  unsavedTexts(): string[] {
    const texts = [...this.#touched].map((key) => {
      const record = readRecord(this.doc, key);
      if (!record || record.kind === 'drawing') return '';
      return record.kind === 'arrow' ? record.label : record.text;
    });
    return texts.filter((text) => text.trim() !== '');
  }

  close(): void {
    this.#stopAwareness();
    awarenessProtocol.removeAwarenessStates(this.provider.awareness, [this.doc.clientID], 'closed');
    this.provider.destroy();
    this.doc.destroy();
  }
}
