/**
 * The board's Y.Doc ↔ a tldraw store, both ways, without React.
 *
 * `agreed` holds, per record, what store and document last agreed on. A local change is what a shape differs from it, so
 * that only the properties someone really changed are written and two people can change two things of one note at once.
 * Local changes leave at most MAX_DRAG_HZ times a second in one transaction, the last one exact; remote changes come in
 * once per animation frame. A record the store will not take is set aside with a warning and never stops the rest.
 */

import type { TLShape, TLShapeId, TLStore } from '@tldraw/tlschema';
import type * as Y from 'yjs';
import { BOARD_ORIGIN, historyOf, type UndoState } from '@/lib/collab/board-history';
import { MAX_DRAG_HZ } from '@/lib/collab/protocol';
import { BoardRecordSchema } from '@/lib/collab/record-schemas';
import { type BoardRecord, isRecordKey, MAX_TEXT_LENGTH, type RecordKey, type RecordKind } from '@/lib/collab/records';
import { writeTextChange } from '@/lib/collab/text-change';
import {
  readRecord,
  recordsOf,
  textOf,
  writeNewRecord,
  writeRecordChange,
  writeRemoval,
} from '@/lib/collab/workshop-doc';
import type { PictureIndex } from '@/lib/domain/layout/picture-index';
import { isPeopleShapeType } from '../shapes/shape-props';
import { type MappingContext, toRecord, toShape } from './record-mapping';
import { ShapeNames } from './shape-names';
import { bindingsFrom, middleOf, putShape, removeShape, sameValue, shapeIn } from './store-records';

/** The one thing of time the binding needs; tests bring their own. */
export type Scheduler = {
  nextFrame: (run: () => void) => () => void;
  later: (run: () => void, ms: number) => () => void;
  now: () => number;
};

/** Where a thing lies, decided when it comes to rest: what it is kept relative to, and what a note there belongs to. */
export type Placement = { anchor: string | null; attached: string | null };

export type StoreBindingOptions = {
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
  onUndoChange: (state: UndoState) => void;
};

const MIN_INTERVAL_MS = 1000 / MAX_DRAG_HZ;
const TEXT_PROPERTIES = {
  note: 'text',
  text: 'text',
  arrow: 'label',
  drawing: null,
  pin: 'text',
} as const satisfies Record<RecordKind, 'text' | 'label' | null>;

export class StoreBinding {
  private doc: Y.Doc;
  private stopHistory: (() => void) | null = null;
  private readonly store: TLStore;
  private readonly names = new ShapeNames();
  private readonly context: MappingContext;
  private readonly agreed = new Map<RecordKey, BoardRecord>();
  private readonly setAside = new Set<string>();
  private readonly dirtyLocal = new Set<TLShapeId>();
  private readonly dirtyRemote = new Set<RecordKey>();
  private readonly moved = new Set<TLShapeId>();
  private readonly stops: (() => void)[];
  private lastWrite = Number.NEGATIVE_INFINITY;
  private cancelLocal: (() => void) | null = null;
  private cancelRemote: (() => void) | null = null;

  constructor(private readonly options: StoreBindingOptions) {
    this.store = options.store;
    this.doc = options.doc;
    this.context = {
      index: options.index,
      shapeOfRecord: (key) => (isRecordKey(key) && this.store.has(this.names.idOf(key)) ? this.names.idOf(key) : null),
      recordOfShape: (id) => this.names.keyOf(id),
      middleOf: (id) => middleOf(shapeIn(this.store, id)),
    };
    this.stops = this.listen();
    this.attach(options.doc);
  }

  /** Writes local changes now, exactly. */
  flush = (): void => {
    this.cancelLocal?.();
    this.cancelLocal = null;
    if (this.dirtyLocal.size === 0) return;
    const ids = [...this.dirtyLocal];
    this.dirtyLocal.clear();
    this.lastWrite = this.options.scheduler.now();
    this.doc.transact(() => {
      for (const id of ids) this.writeLocal(id);
    }, BOARD_ORIGIN);
  };

  /** A gesture has ended: re-anchors what it moved, and writes. */
  settle(): void {
    for (const id of this.moved) if (this.store.has(id)) this.dirtyLocal.add(id);
    this.flush();
    this.moved.clear();
  }

  /** What follows is a new undo step. */
  stopCapturing(): void {
    historyOf(this.doc).stopCapturing();
  }

  undo(): void {
    historyOf(this.doc).undo();
  }

  redo(): void {
    historyOf(this.doc).redo();
  }

  /** [S5] A fresh document takes the place of the old one; what was not yet written goes with it. */
  rebind(doc: Y.Doc): void {
    this.detach();
    this.agreed.clear();
    this.names.clear();
    const people = this.store.query
      .records('shape')
      .get()
      .filter((shape) => isPeopleShapeType(shape.type));
    const bindings = this.store.query.records('binding').get();
    this.store.mergeRemoteChanges(() => this.store.remove([...bindings, ...people].map((record) => record.id)));
    this.attach(doc);
    this.options.onSetAside(this.setAside);
  }

  dispose(): void {
    this.flush();
    for (const stop of this.stops) stop();
    this.detach();
  }

  // --- store → document ---

  private listen(): (() => void)[] {
    const { sideEffects } = this.store;
    const onShape = (shape: TLShape, source: 'remote' | 'user'): void => {
      if (source === 'user' && isPeopleShapeType(shape.type)) this.markLocal(shape.id);
    };
    const onBinding = (binding: { fromId: TLShapeId }, source: 'remote' | 'user'): void => {
      if (source === 'user') this.markLocal(binding.fromId);
    };
    return [
      sideEffects.registerAfterCreateHandler('shape', onShape),
      sideEffects.registerAfterChangeHandler('shape', (before, after, source) => {
        if (source === 'user' && (before.x !== after.x || before.y !== after.y)) this.moved.add(after.id);
        onShape(after, source);
      }),
      sideEffects.registerAfterDeleteHandler('shape', onShape),
      sideEffects.registerAfterCreateHandler('binding', onBinding),
      sideEffects.registerAfterChangeHandler('binding', (_before, after, source) => onBinding(after, source)),
      sideEffects.registerAfterDeleteHandler('binding', onBinding),
    ];
  }

  private markLocal(id: TLShapeId): void {
    this.dirtyLocal.add(id);
    if (this.cancelLocal) return;
    const { scheduler } = this.options;
    const wait = this.lastWrite + MIN_INTERVAL_MS - scheduler.now();
    this.cancelLocal = wait <= 0 ? scheduler.nextFrame(this.flush) : scheduler.later(this.flush, wait);
  }

  private writeLocal(id: TLShapeId): void {
    const shape = shapeIn(this.store, id);
    if (!shape) {
      this.writeRemoved(id);
      return;
    }
    const key = this.names.keyFor(shape);
    if (!key) return;
    const base = this.agreed.get(key) ?? null;
    const bindings = shape.type === 'arrow' ? bindingsFrom(this.store, id) : [];
    const placed = this.placed(shape, base);
    const record = toRecord({ shape: placed, bindings, me: this.options.me, base, context: this.context });
    const checked = BoardRecordSchema.safeParse(record);
    if (!checked.success) {
      this.warnAbout(key);
      return;
    }
    if (!base) writeNewRecord(this.doc, key, checked.data);
    else if (recordsOf(this.doc).has(key)) this.writeChange(key, base, checked.data);
    // Somebody removed it meanwhile: removal wins, and the shape follows.
    const now = readRecord(this.doc, key);
    if (now) this.agreed.set(key, now);
    // An arrow's ends may say more in the store than in its record; every screen is to see the record.
    if (shape.type === 'arrow' || !now || !sameValue(now, checked.data)) this.markRemote(key);
    // At once: a word typed before the next frame would carry the old place with it, and write it back.
    else if (placed !== shape) this.tryKey(key);
  }

  private writeRemoved(id: TLShapeId): void {
    const key = this.names.keyOf(id);
    if (!key) return;
    if (this.agreed.has(key)) writeRemoval(this.doc, key);
    this.agreed.delete(key);
  }

  private placed(shape: TLShape, base: BoardRecord | null): TLShape {
    if (base !== null && (this.options.isMoving() || !this.moved.has(shape.id))) return shape;
    const { anchor, attached } = this.options.placeOf(shape);
    const props = shape.type === ('kp-note' as TLShape['type']) ? { ...shape.props, attached } : shape.props;
    return { ...shape, props, meta: { ...shape.meta, anchor } } as TLShape;
  }

  private writeChange(key: RecordKey, base: BoardRecord, record: BoardRecord): void {
    const before: Record<string, unknown> = base;
    const after: Record<string, unknown> = record;
    const textProperty = TEXT_PROPERTIES[record.kind];
    const changed = Object.entries(after).filter(
      ([name, value]) => name !== textProperty && !sameValue(before[name], value),
    );
    if (changed.length > 0) writeRecordChange(this.doc, key, Object.fromEntries(changed));
    const text = textProperty === null ? null : textOf(this.doc, key, textProperty);
    if (text && textProperty !== null)
      writeTextChange(text, String(before[textProperty]), String(after[textProperty]), MAX_TEXT_LENGTH);
  }

  // --- document → store ---

  private readonly observe = (events: Y.YEvent<Y.AbstractType<unknown>>[], transaction: Y.Transaction): void => {
    if (transaction.origin === BOARD_ORIGIN) return;
    const records = recordsOf(this.doc);
    for (const event of events) {
      const keys = event.target === (records as unknown) ? [...event.changes.keys.keys()] : [String(event.path[0])];
      for (const key of keys) if (isRecordKey(key)) this.markRemote(key);
    }
  };

  private markRemote(key: RecordKey): void {
    this.dirtyRemote.add(key);
    this.cancelRemote ??= this.options.scheduler.nextFrame(this.readRemote);
  }

  private readonly readRemote = (): void => {
    this.cancelRemote?.();
    this.cancelRemote = null;
    // What is here and not yet written counts first; else the older value of the document would overwrite it.
    this.flush();
    const keys = [...this.dirtyRemote];
    this.dirtyRemote.clear();
    if (keys.length > 0) this.applyKeys(this.withArrowsTo(keys));
  };

  /** Arrows to things that come or go have to be tied or untied with them. */
  private withArrowsTo(keys: RecordKey[]): RecordKey[] {
    const tied = [...this.agreed].flatMap(([key, record]) =>
      record.kind === 'arrow' && (record.start.record !== null || record.end.record !== null)
        ? [{ key, ends: [record.start.record, record.end.record] }]
        : [],
    );
    if (tied.length === 0) return keys;
    const comeOrGo = new Set<string | null>(
      keys.filter((key) => this.store.has(this.names.idOf(key)) !== (readRecord(this.doc, key) !== null)),
    );
    return [
      ...new Set([
        ...keys,
        ...tied.filter(({ ends }) => ends.some((end) => end !== null && comeOrGo.has(end))).map(({ key }) => key),
      ]),
    ];
  }

  private applyKeys(keys: RecordKey[]): void {
    // Arrows last: what they are bound to has to be there first.
    const ordered = [...keys].sort((a, b) => Number(a.startsWith('arrow:')) - Number(b.startsWith('arrow:')));
    try {
      this.store.mergeRemoteChanges(() => {
        for (const key of ordered) this.applyKey(key);
      });
    } catch {
      for (const key of ordered) this.tryKey(key);
    }
  }

  private tryKey(key: RecordKey): void {
    try {
      this.store.mergeRemoteChanges(() => this.applyKey(key));
    } catch {
      this.warnAbout(key);
    }
  }

  private applyKey(key: RecordKey): void {
    const record = readRecord(this.doc, key);
    const id = this.names.idOf(key);
    if (!record) {
      this.agreed.delete(key);
      removeShape(this.store, id);
      if (recordsOf(this.doc).has(key)) this.warnAbout(key);
      else this.welcomeBack(key);
      return;
    }
    this.agreed.set(key, record);
    const made = toShape(key, record, this.context);
    if (made) putShape(this.store, id, made);
    this.welcomeBack(key);
  }

  private welcomeBack(key: string): void {
    if (this.setAside.delete(key)) this.options.onSetAside(this.setAside);
  }

  private warnAbout(key: string): void {
    if (this.setAside.has(key)) return;
    this.setAside.add(key);
    this.options.onSetAside(this.setAside);
  }

  // --- the document ---

  private attach(doc: Y.Doc): void {
    this.doc = doc;
    recordsOf(doc).observeDeep(this.observe);
    for (const key of recordsOf(doc).keys()) if (isRecordKey(key)) this.dirtyRemote.add(key);
    this.readRemote();
    const history = historyOf(doc);
    const stops = [history.beforeStep(this.flush), history.listen(this.options.onUndoChange)];
    this.stopHistory = () => {
      for (const stop of stops) stop();
    };
  }

  private detach(): void {
    recordsOf(this.doc).unobserveDeep(this.observe);
    this.stopHistory?.();
    this.cancelLocal?.();
    this.cancelRemote?.();
    this.cancelLocal = null;
    this.cancelRemote = null;
    for (const set of [this.dirtyLocal, this.dirtyRemote, this.moved, this.setAside]) set.clear();
  }
}
