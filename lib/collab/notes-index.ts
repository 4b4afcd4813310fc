/** The notes of a document by the element they belong to, kept up to date. What did not change stays the same object. */
import type * as Y from 'yjs';
import { byOrder } from './record-order';
import { isRecordKey, type NoteRecord, type RecordKey } from './records';
import { readRecord, recordsOf } from './workshop-doc';

export type NoteView = NoteRecord & { key: RecordKey };
const NONE: readonly NoteView[] = [];

export class NotesIndex {
  readonly #notes = new Map<RecordKey, NoteView>();
  #byElement = new Map<string | null, readonly NoteView[]>();
  #size = 0;

  constructor(
    private readonly doc: Y.Doc,
    private readonly onChange: () => void,
  ) {
    recordsOf(doc).observeDeep(this.#observe);
    this.#read([...recordsOf(doc).keys()]);
  }

  /** oldest first; null: the loose ones */
  on(elementId: string | null): readonly NoteView[] {
    return this.#byElement.get(elementId) ?? NONE;
  }

  get(key: RecordKey): NoteView | null {
    return this.#notes.get(key) ?? null;
  }

  /** elements that have notes */
  get elements(): ReadonlyMap<string | null, readonly NoteView[]> {
    return this.#byElement;
  }

  get size(): number {
    return this.#size;
  }

  stop(): void {
    recordsOf(this.doc).unobserveDeep(this.#observe);
  }

  readonly #observe = (events: Y.YEvent<Y.AbstractType<unknown>>[]): void => {
    const records = recordsOf(this.doc) as unknown;
    const keys = new Set<string>();
    for (const event of events) {
      const found = event.target === records ? [...event.changes.keys.keys()] : [String(event.path[0])];
      for (const key of found) keys.add(key);
    }
    if (this.#read(keys)) this.onChange();
  };

  #read(keys: Iterable<string>): boolean {
    const touched = new Set<string | null>();
    for (const key of keys) {
      if (!isRecordKey(key)) continue;
      const before = this.#notes.get(key);
      const record = readRecord(this.doc, key);
      if (before) touched.add(before.attached);
      if (record?.kind === 'note') {
        this.#notes.set(key, { ...record, key });
        touched.add(record.attached);
      } else this.#notes.delete(key);
    }
    if (touched.size > 0) this.#regroup(touched);
    return touched.size > 0;
  }

  #regroup(touched: ReadonlySet<string | null>): void {
    const next = new Map(this.#byElement);
    for (const elementId of touched) next.delete(elementId);
    const fresh = new Map<string | null, NoteView[]>();
    for (const note of this.#notes.values()) {
      if (!touched.has(note.attached)) continue;
      const group = fresh.get(note.attached);
      if (group) group.push(note);
      else fresh.set(note.attached, [note]);
    }
    for (const [elementId, notes] of fresh) next.set(elementId, notes.sort(byOrder));
    this.#byElement = next;
    this.#size = this.#notes.size;
  }
}
