/**
 * The shape of a board's Y.Doc. The only file that names its keys.
 */
import * as Y from 'yjs';
import { BoardRecordSchema } from './record-schemas';
import { type BoardRecord, isRecordKey, RECORD_VERSION, type RecordKey } from './records';

/** Name of the Y.Map of records. */
export const RECORDS_MAP = 'records';
/** The property that is a Y.Text; all others are plain JSON values. */
const TEXT_KEYS = new Set(['text', 'label']);

export type RecordMap = Y.Map<Y.Map<unknown>>;

export function recordsOf(doc: Y.Doc): RecordMap {
  return doc.getMap(RECORDS_MAP) as RecordMap;
}

/** The record under `key`, or null when the key or the value is not one of ours. */
export function readRecord(doc: Y.Doc, key: string): BoardRecord | null {
  if (!isRecordKey(key)) return null;
  const map = recordsOf(doc).get(key);
  if (!(map instanceof Y.Map)) return null;
  const parsed = BoardRecordSchema.safeParse(map.toJSON());
  return parsed.success && key.startsWith(`${parsed.data.kind}:`) ? parsed.data : null;
}

/** All readable records; unreadable ones are left out, never thrown. */
export function readRecords(doc: Y.Doc): Map<RecordKey, BoardRecord> {
  const found = new Map<RecordKey, BoardRecord>();
  for (const key of recordsOf(doc).keys()) {
    const record = readRecord(doc, key);
    if (record) found.set(key as RecordKey, record);
  }
  return found;
}

export function textOf(doc: Y.Doc, key: RecordKey, property: 'text' | 'label' = 'text'): Y.Text | null {
  const value = recordsOf(doc).get(key)?.get(property);
  return value instanceof Y.Text ? value : null;
}

/** Adds a record; to be called inside a transaction with the local origin. */
export function writeNewRecord(doc: Y.Doc, key: RecordKey, record: BoardRecord): void {
  const map = new Y.Map<unknown>();
  for (const [name, value] of Object.entries(record)) {
    map.set(name, TEXT_KEYS.has(name) ? new Y.Text(String(value)) : value);
  }
  recordsOf(doc).set(key, map);
}

/** Changes single properties, so that two people can change two things at once. Text goes through `textOf`. */
export function writeRecordChange(doc: Y.Doc, key: RecordKey, change: Record<string, unknown>): void {
  const map = recordsOf(doc).get(key);
  if (!map) return;
  for (const [name, value] of Object.entries(change)) {
    if (TEXT_KEYS.has(name) || JSON.stringify(map.get(name)) === JSON.stringify(value)) continue;
    map.set(name, value);
  }
}

export function writeRemoval(doc: Y.Doc, key: RecordKey): void {
  recordsOf(doc).delete(key);
}

/** One record as plain JSON, for outside load tools. Invented. */
export function exampleNote(author: string): BoardRecord {
  return {
    kind: 'note',
    v: RECORD_VERSION,
    author,
    anchor: null,
    x: 120,
    y: 80,
    index: 'a1',
    colour: 'yellow',
    text: 'Voorbeeldnotitie voor een meting',
    attached: null,
  };
}
