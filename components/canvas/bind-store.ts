/**
 * The board's Y.Doc ↔ a tldraw store, both ways, without React.
 *
 * `agreed` holds, per record, what store and document last agreed on. A local change is what a shape differs from it, so
 * that only the properties someone really changed are written and two people can change two things of one note at once.
 * Local changes leave at most MAX_DRAG_HZ times a second in one transaction, the last one exact; remote changes come in
 * once per animation frame. A record the store will not take is set aside with a warning and never stops the rest.
 */
import * as Y from 'yjs';
import { BoardRecordSchema, MAX_TEXT_LENGTH, isRecordKey, type BoardRecord, type RecordKey, type RecordKind } from '@/lib/collab/records';
import { MAX_DRAG_HZ } from '@/lib/collab/protocol';
import { recordsOf, readRecord, textOf, writeNewRecord, writeRecordChange, writeRemoval } from '@/lib/collab/workshop-doc';
import { randomUuid } from '@/lib/collab/random-uuid';
import { writeTextChange } from '@/lib/collab/text-change';
import { PEOPLE_SHAPES, isPeopleShapeType } from './shapes/shape-props';
import { shapeIdOf, toRecord, toShape, type MappingContext } from './record-mapping';
import type { PictureIndex } from '@/lib/domain/layout/picture-index';
import type { TLArrowBinding, TLRecord, TLShape, TLShapeId, TLStore } from '@tldraw/tlschema';

/** The one thing of time the binding needs; tests bring their own. */
export type Scheduler = { nextFrame: (run: () => void) => () => void; later: (run: () => void, ms: number) => () => void; now: () => number };

/** Where a thing lies, decided when it comes to rest: what it is kept relative to, and what a note there belongs to. */
export type Placement = { anchor: string | null; attached: string | null };

export type BindStoreOptions = {
  store: TLStore;
  doc: Y.Doc;
  index: PictureIndex;
  /** author key of this person */
  me: string;
  scheduler: Scheduler;
  placeOf: (shape: TLShape) => Placement;
  /** while true, things keep their anchor */
  isMoving: () => boolean;
  onSetAside: (keys: ReadonlySet<string>) => void;
  onUndoChange: (state: { canUndo: boolean; canRedo: boolean }) => void;
};

export type StoreBinding = {
  /** writes local changes now, exactly */
  flush: () => void;
  /** a gesture has ended: re-anchors what it moved, and writes */
  settle: () => void;
  /** what follows is a new undo step */
  stopCapturing: () => void;
  undo: () => void;
  redo: () => void;
  /** [S5] a fresh document takes the place of the old one */
  rebind: (doc: Y.Doc) => void;
  keyOf: (id: TLShapeId) => RecordKey | null;
  dispose: () => void;
};

export const LOCAL_ORIGIN = Symbol('board');
const MIN_INTERVAL_MS = 1000 / MAX_DRAG_HZ;
const TEXT_PROPERTIES = { note: 'text', text: 'text', arrow: 'label', drawing: null, pin: 'text' } as const satisfies Record<RecordKind, 'text' | 'label' | null>;

const sameValue = (a: unknown, b: unknown): boolean => a === b || JSON.stringify(a) === JSON.stringify(b);

export function bindStore(options: BindStoreOptions): StoreBinding {
  const { store, index, me, scheduler } = options;
  let doc = options.doc;
  let undoManager: Y.UndoManager;
  const agreed = new Map<RecordKey, BoardRecord>();
  const setAside = new Set<string>();
  /** shapes tldraw made under an id of its own → the key they are kept under */
  const aliases = new Map<TLShapeId, RecordKey>();
  const aliasOf = new Map<RecordKey, TLShapeId>();
  const dirtyLocal = new Set<TLShapeId>();
  const dirtyRemote = new Set<RecordKey>();
  const moved = new Set<TLShapeId>();
  let merging = false;
  let lastWrite = Number.NEGATIVE_INFINITY;
  let cancelLocal: (() => void) | null = null;
  let cancelRemote: (() => void) | null = null;

  // --- names ---
  const idOf = (key: RecordKey): TLShapeId => aliasOf.get(key) ?? shapeIdOf(key);
  function keyOf(id: TLShapeId): RecordKey | null {
    const plain = id.slice('shape:'.length);
    return aliases.get(id) ?? (isRecordKey(plain) ? plain : null);
  }
  function keyFor(shape: TLShape): RecordKey | null {
    if (!isPeopleShapeType(shape.type)) return null;
    const known = keyOf(shape.id);
    if (known) return known;
    const key: RecordKey = `${PEOPLE_SHAPES[shape.type]}:${randomUuid()}`;
    aliases.set(shape.id, key);
    aliasOf.set(key, shape.id);
    return key;
  }
  const context: MappingContext = {
    index,
    shapeOfRecord: (key) => (isRecordKey(key) && store.has(idOf(key)) ? idOf(key) : null),
    recordOfShape: (id) => keyOf(id),
  };
  const shapeAt = (id: TLShapeId): TLShape | undefined => store.unsafeGetWithoutCapture(id) as TLShape | undefined;
  const bindingsOf = (id: TLShapeId): TLArrowBinding[] =>
    store.query.records('binding', () => ({ fromId: { eq: id } })).get().filter((binding) => binding.type === 'arrow') as TLArrowBinding[];

  // --- store → document ---
  function writeLocal(id: TLShapeId): void {
    const shape = shapeAt(id);
    if (!shape) {
      const key = keyOf(id);
      if (key && agreed.has(key)) writeRemoval(doc, key);
      if (key) agreed.delete(key);
      return;
    }
    const key = keyFor(shape);
    if (!key) return;
    const base = agreed.get(key) ?? null;
    const record = toRecord({ shape: placed(shape, base), bindings: shape.type === 'arrow' ? bindingsOf(id) : [], me, base, context });
    const checked = BoardRecordSchema.safeParse(record);
    if (!checked.success) return warnAbout(key);
    if (base && recordsOf(doc).has(key)) writeChange(key, base, checked.data);
    // Someone removed it meanwhile: removal wins, and the shape follows below.
    else if (!base) writeNewRecord(doc, key, checked.data);
    const now = readRecord(doc, key);
    if (now) agreed.set(key, now);
    if (!now || !sameValue(now, record)) markRemote(key);
  }

  function placed(shape: TLShape, base: BoardRecord | null): TLShape {
    if (base !== null && (options.isMoving() || !moved.has(shape.id))) return shape;
    const { anchor, attached } = options.placeOf(shape);
    const props = shape.type === 'kp-note' ? { ...shape.props, attached } : shape.props;
    return { ...shape, props, meta: { ...shape.meta, anchor } } as TLShape;
  }

  function writeChange(key: RecordKey, base: BoardRecord, record: BoardRecord): void {
    const before: Record<string, unknown> = base;
    const textProperty = TEXT_PROPERTIES[record.kind];
    const changed = Object.entries(record).filter(([name, value]) => name !== textProperty && !sameValue(before[name], value));
    if (changed.length > 0) writeRecordChange(doc, key, Object.fromEntries(changed));
    if (textProperty === null) return;
    const text = textOf(doc, key, textProperty);
    const mine = (record as Record<string, unknown>)[textProperty];
    if (text) writeTextChange(text, String(before[textProperty]), String(mine), MAX_TEXT_LENGTH);
  }

  function flush(): void {
    cancelLocal?.();
    cancelLocal = null;
    if (dirtyLocal.size === 0) return;
    const ids = [...dirtyLocal];
    dirtyLocal.clear();
    lastWrite = scheduler.now();
    doc.transact(() => ids.forEach(writeLocal), LOCAL_ORIGIN);
  }

  function markLocal(id: TLShapeId): void {
    dirtyLocal.add(id);
    if (cancelLocal) return;
    const wait = lastWrite + MIN_INTERVAL_MS - scheduler.now();
    cancelLocal = wait <= 0 ? scheduler.nextFrame(flush) : scheduler.later(flush, wait);
  }

  function settle(): void {
    for (const id of moved) if (shapeAt(id)) dirtyLocal.add(id);
    flush();
    moved.clear();
  }

  // --- document → store ---
  function markRemote(key: RecordKey): void {
    dirtyRemote.add(key);
    cancelRemote ??= scheduler.nextFrame(readRemote);
  }

  function readRemote(): void {
    cancelRemote?.();
    cancelRemote = null;
    // What is here and not yet written counts first; else the older value from the document would overwrite it.
    flush();
    const keys = [...dirtyRemote];
    dirtyRemote.clear();
    if (keys.length > 0) applyKeys(withArrowsTo(keys));
  }

  /** Arrows to things that come or go have to be tied or untied with them. */
  function withArrowsTo(keys: RecordKey[]): RecordKey[] {
    const comeOrGo = new Set<string>(keys.filter((key) => store.has(idOf(key)) !== recordsOf(doc).has(key)));
    if (comeOrGo.size === 0) return keys;
    const all = new Set(keys);
    for (const [key, record] of agreed) {
      if (record.kind === 'arrow' && [record.start.record, record.end.record].some((end) => end !== null && comeOrGo.has(end))) all.add(key);
    }
    return [...all];
  }

  function applyKeys(keys: RecordKey[]): void {
    // Arrows last: what they are bound to has to be there first.
    const ordered = keys.sort((a, b) => Number(a.startsWith('arrow:')) - Number(b.startsWith('arrow:')));
    try {
      mergeKeys(ordered);
    } catch {
      for (const key of ordered) tryKey(key);
    }
  }

  function tryKey(key: RecordKey): void {
    try {
      mergeKeys([key]);
    } catch {
      warnAbout(key);
    }
  }

  function mergeKeys(keys: RecordKey[]): void {
    merging = true;
    try {
      store.mergeRemoteChanges(() => keys.forEach(applyKey));
    } finally {
      merging = false;
    }
  }

  function applyKey(key: RecordKey): void {
    const record = readRecord(doc, key);
    const id = idOf(key);
    if (!record) {
      if (recordsOf(doc).has(key)) return warnAbout(key);
      agreed.delete(key);
      if (store.has(id)) store.remove([...bindingsOf(id).map((binding) => binding.id), id]);
      return;
    }
    agreed.set(key, record);
    const made = toShape(key, record, context);
    if (made) putMade(id, made);
  }

  function putMade(id: TLShapeId, { shape, bindings }: { shape: TLShape; bindings: TLArrowBinding[] }): void {
    const current = shapeAt(id);
    const next = { ...shape, id, index: current?.index ?? shape.index };
    if (!current || !sameValue(comparable(current), comparable(next))) store.put([next]);
    if (shape.type !== 'arrow') return;
    const wanted = bindings.map((binding) => ({ ...binding, fromId: id }));
    const existing = bindingsOf(id);
    const same = wanted.length === existing.length && wanted.every((one) => existing.some((other) => sameBinding(one, other)));
    if (same) return;
    store.remove(existing.map((binding) => binding.id));
    store.put(wanted as TLRecord[]);
  }

  const comparable = ({ x, y, type, props, meta }: TLShape): unknown => ({ x, y, type, props: sorted(props), meta: sorted(meta) });
  const sorted = (value: object): unknown => Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  const sameBinding = (a: TLArrowBinding, b: TLArrowBinding): boolean =>
    a.toId === b.toId && a.props.terminal === b.props.terminal && sameValue(sorted(a.props), sorted(b.props)) && (a.meta.element ?? null) === (b.meta.element ?? null);

  function warnAbout(key: string): void {
    if (setAside.has(key)) return;
    setAside.add(key);
    options.onSetAside(setAside);
  }

  // --- listening ---
  const observer = (events: Y.YEvent<Y.AbstractType<unknown>>[], transaction: Y.Transaction): void => {
    if (transaction.origin === LOCAL_ORIGIN) return;
    const records = recordsOf(doc);
    for (const event of events) {
      const keys = event.target === (records as unknown) ? [...event.changes.keys.keys()] : [String(event.path[0])];
      for (const key of keys) {
        if (!isRecordKey(key)) continue;
        setAside.delete(key);
        markRemote(key);
      }
    }
  };

  function attach(next: Y.Doc): void {
    doc = next;
    undoManager = new Y.UndoManager(recordsOf(doc), { trackedOrigins: new Set([LOCAL_ORIGIN]), captureTimeout: Number.MAX_SAFE_INTEGER });
    const tell = (): void => options.onUndoChange({ canUndo: undoManager.canUndo(), canRedo: undoManager.canRedo() });
    for (const event of ['stack-item-added', 'stack-item-popped', 'stack-cleared'] as const) undoManager.on(event, tell);
    recordsOf(doc).observeDeep(observer);
    for (const key of recordsOf(doc).keys()) if (isRecordKey(key)) dirtyRemote.add(key);
    readRemote();
    tell();
  }

  function detach(): void {
    recordsOf(doc).unobserveDeep(observer);
    undoManager.destroy();
    cancelLocal?.();
    cancelRemote?.();
    cancelLocal = null;
    cancelRemote = null;
    for (const set of [dirtyLocal, dirtyRemote, moved, setAside]) set.clear();
  }

  function rebind(next: Y.Doc): void {
    detach();
    agreed.clear();
    aliases.clear();
    aliasOf.clear();
    const people = store.query.records('shape').get().filter((shape) => isPeopleShapeType(shape.type));
    const bindings = store.query.records('binding').get();
    merging = true;
    try {
      store.mergeRemoteChanges(() => store.remove([...bindings, ...people].map((record) => record.id)));
    } finally {
      merging = false;
    }
    attach(next);
    options.onSetAside(setAside);
  }

  const onShape = (shape: TLShape, source: 'remote' | 'user'): void => {
    if (source === 'user' && !merging && isPeopleShapeType(shape.type)) markLocal(shape.id);
  };
  const onBinding = (binding: { fromId: TLShapeId }, source: 'remote' | 'user'): void => {
    if (source === 'user' && !merging) markLocal(binding.fromId);
  };
  const stopListening = [
    store.sideEffects.registerAfterCreateHandler('shape', onShape),
    store.sideEffects.registerAfterChangeHandler('shape', (before, after, source) => {
      if (before.x !== after.x || before.y !== after.y) moved.add(after.id);
      onShape(after, source);
    }),
    store.sideEffects.registerAfterDeleteHandler('shape', onShape),
    store.sideEffects.registerAfterCreateHandler('binding', onBinding),
    store.sideEffects.registerAfterChangeHandler('binding', (_before, after, source) => onBinding(after, source)),
    store.sideEffects.registerAfterDeleteHandler('binding', onBinding),
  ];

  attach(doc);

  return {
    flush, settle, rebind, keyOf,
    stopCapturing: () => {
      flush();
      undoManager.stopCapturing();
    },
    undo: () => {
      flush();
      undoManager.undo();
    },
    redo: () => {
      flush();
      undoManager.redo();
    },
    dispose: () => {
      flush();
      for (const stop of stopListening) stop();
      detach();
    },
  };
}
