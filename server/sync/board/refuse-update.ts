/**
 * What an update may hold ([S5]). A refused update reaches nobody and is not stored. Rights per step and per record
 * come in here later: `refuseTouched` gets who writes and which records change.
 */
import * as Y from 'yjs';
import { MAX_STROKE_POINTS, MAX_TEXT_LENGTH } from '@/lib/collab/records';
import { RECORDS_MAP, recordsOf } from '@/lib/collab/workshop-doc';
import type { SyncActor } from '../sync-actor';
import type { DecodedUpdate } from './update-index';

export type UpdateRefusal =
  | 'read-only'
  | 'foreign-root'
  | 'foreign-key'
  | 'foreign-content'
  | 'foreign-client'
  | 'too-many-clients'
  | 'text-too-long'
  | 'record-too-large';

export type RefuseContext = { boardId: string; actor: SyncActor; touchedKeys: ReadonlySet<string>; doc: Y.Doc };

/** The hook for rights: called after an update was applied to the live document, before it is stored. */
export type RefuseUpdate = (context: RefuseContext) => UpdateRefusal | null;

const MAX_PROPERTIES = 32;
const MAX_VALUE_CHARACTERS = 2_000;
const MAX_KEY_CHARACTERS = 128;
const MAX_LOOSE_VALUE_CHARACTERS = 8_000;

/**
 * [S5.4] What can be seen without the document: only the map of records and only plain content. Keys and values that
 * are no record of ours are let through within bounds: readers ignore them, and a newer version may know them.
 */
export function refuseStructs({ structs }: DecodedUpdate): UpdateRefusal | null {
  for (const struct of structs) {
    if (!(struct instanceof Y.Item)) continue;
    // In a decoded update a parent that is a root type is still its name.
    const parent: unknown = struct.parent;
    if (typeof parent === 'string') {
      if (parent !== RECORDS_MAP) return 'foreign-root';
      if (struct.parentSub === null || struct.parentSub.length > MAX_KEY_CHARACTERS) return 'foreign-key';
    }
    const { content } = struct;
    if (
      content instanceof Y.ContentDoc ||
      content instanceof Y.ContentEmbed ||
      content instanceof Y.ContentBinary ||
      content instanceof Y.ContentFormat ||
      content instanceof Y.ContentJSON
    )
      return 'foreign-content';
    if (content instanceof Y.ContentString && content.str.length > MAX_TEXT_LENGTH) return 'text-too-long';
  }
  return null;
}

/** [S5.5] The bounds of the records an update touched; the rest of a record is the reader's to judge. */
export function refuseTouched({ touchedKeys, doc }: RefuseContext): UpdateRefusal | null {
  for (const key of touchedKeys) {
    const record: unknown = recordsOf(doc).get(key);
    if (record === undefined) continue;
    const refusal = record instanceof Y.Map ? refuseRecord(record) : refuseLoose(record);
    if (refusal) return refusal;
  }
  return null;
}

function refuseLoose(value: unknown): UpdateRefusal | null {
  if (value instanceof Y.AbstractType) return 'foreign-content';
  return refusePlain(value, MAX_LOOSE_VALUE_CHARACTERS);
}

function refuseRecord(record: Y.Map<unknown>): UpdateRefusal | null {
  if (record.size > MAX_PROPERTIES) return 'record-too-large';
  if (record._start !== null) return 'foreign-content';
  for (const value of record.values()) {
    const refusal = refuseValue(value);
    if (refusal) return refusal;
  }
  return null;
}

function refuseValue(value: unknown): UpdateRefusal | null {
  if (value instanceof Y.Text) return refuseText(value);
  if (value instanceof Y.AbstractType) return 'foreign-content';
  if (typeof value === 'string') return value.length > MAX_TEXT_LENGTH ? 'text-too-long' : null;
  if (Array.isArray(value)) {
    const isStroke = value.length <= MAX_STROKE_POINTS * 2 && value.every((part) => typeof part === 'number');
    return isStroke ? null : 'record-too-large';
  }
  return refusePlain(value, MAX_VALUE_CHARACTERS);
}

/** A text is characters; attributes and types inside it would count for nothing in its length. */
function refuseText(text: Y.Text): UpdateRefusal | null {
  if (text.length > MAX_TEXT_LENGTH) return 'text-too-long';
  if (text instanceof Y.XmlText || text._map.size > 0) return 'foreign-content';
  for (let item = text._start; item; item = item.right) {
    if (!item.deleted && !(item.content instanceof Y.ContentString)) return 'foreign-content';
  }
  return null;
}

/** Yjs also carries bytes and big integers, which JSON cannot say and readers would throw on. */
function refusePlain(value: unknown, maxCharacters: number): UpdateRefusal | null {
  if (!isJson(value)) return 'foreign-content';
  return (JSON.stringify(value)?.length ?? 0) > maxCharacters ? 'record-too-large' : null;
}

const MAX_DEPTH = 8;

function isJson(value: unknown, depth = 0): boolean {
  if (typeof value === 'bigint' || depth > MAX_DEPTH) return false;
  if (typeof value !== 'object' || value === null) return true;
  // Bytes, and what a key named __proto__ would hide from every count.
  if (!Array.isArray(value) && Object.getPrototypeOf(value) !== Object.prototype) return false;
  return Object.values(value).every((inner) => isJson(inner, depth + 1));
}
