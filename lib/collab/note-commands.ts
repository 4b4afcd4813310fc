/**
 * What people do with notes without a canvas: pure operations on a board's document, each one undo step. Board, list and
 * cards show the outcome. Everybody may change and move any note, as on the board; only one's own can be removed.
 */
import type * as Y from 'yjs';
import { historyOf } from './board-history';
import { randomUuid } from './random-uuid';
import { indexAbove } from './record-order';
import {
  MAX_TEXT_LENGTH,
  type NoteColour,
  type NoteRecord,
  type NoteSource,
  RECORD_VERSION,
  type RecordKey,
} from './records';
import { cutText, writeTextChange } from './text-change';
import { readRecord, recordsOf, textOf, writeNewRecord, writeRecordChange, writeRemoval } from './workshop-doc';

/** Where a note lies: relative to the top left corner of the element `anchor`, in board units. */
export type NotePlace = { anchor: string | null; x: number; y: number };

export type NewNote = {
  /** author key */
  author: string;
  text: string;
  colour: NoteColour;
  /** the element it belongs to; null for a loose note */
  attached: string | null;
  place: NotePlace;
  source?: NoteSource | null;
};

/** What came of a command: a note may be gone by the time somebody does something with it. */
export type NoteOutcome = { ok: true } | { ok: false; refusal: 'gone' | 'not-yours' | 'empty' };

const DONE: NoteOutcome = { ok: true };
const refuse = (refusal: 'gone' | 'not-yours' | 'empty'): NoteOutcome => ({ ok: false, refusal });

function noteIn(doc: Y.Doc, key: string): NoteRecord | null {
  const record = readRecord(doc, key);
  return record?.kind === 'note' ? record : null;
}

function* indicesIn(doc: Y.Doc): Generator<string> {
  for (const record of recordsOf(doc).values()) {
    const index: unknown = typeof record?.get === 'function' ? record.get('index') : null;
    if (typeof index === 'string') yield index;
  }
}

/** Adds a note on top of what is there; returns its key. */
export function addNote(doc: Y.Doc, { author, text, colour, attached, place, source }: NewNote): RecordKey {
  const key: RecordKey = `note:${randomUuid()}`;
  const record: NoteRecord = {
    kind: 'note',
    v: RECORD_VERSION,
    author,
    ...place,
    index: indexAbove(indicesIn(doc)),
    colour,
    text: cutText(text, MAX_TEXT_LENGTH),
    attached,
    ...(source ? { source } : {}),
  };
  historyOf(doc).step(() => writeNewRecord(doc, key, record));
  return key;
}

export type NoteLook = { text: string; colour: NoteColour };

/** Writes `mine`, made on top of `base`, as one step: only what differs, so that what others changed meanwhile stays. */
export function changeNoteLook(doc: Y.Doc, key: RecordKey, base: NoteLook, mine: NoteLook): NoteOutcome {
  const text = noteIn(doc, key) && textOf(doc, key);
  if (!text) return refuse('gone');
  if (mine.text.trim() === '') return refuse('empty');
  historyOf(doc).step(() => {
    writeTextChange(text, base.text, mine.text, MAX_TEXT_LENGTH);
    if (mine.colour !== base.colour) writeRecordChange(doc, key, { colour: mine.colour });
  });
  return DONE;
}

function changeNote(doc: Y.Doc, key: RecordKey, change: Partial<NoteRecord>): NoteOutcome {
  if (!noteIn(doc, key)) return refuse('gone');
  historyOf(doc).step(() => writeRecordChange(doc, key, change));
  return DONE;
}

/** The note belongs to `elementId` from now on, and lies there on the board, on top of what is there. */
export function moveNoteToElement(doc: Y.Doc, key: RecordKey, elementId: string, place: NotePlace): NoteOutcome {
  return changeNote(doc, key, { attached: elementId, ...place, index: indexAbove(indicesIn(doc)) });
}

/** The note belongs to no element any more; it stays where it lies. */
export function detachNote(doc: Y.Doc, key: RecordKey): NoteOutcome {
  return changeNote(doc, key, { attached: null });
}

/** Removes a note of `author`; another's note stays. */
export function removeNote(doc: Y.Doc, key: RecordKey, author: string): NoteOutcome {
  const note = noteIn(doc, key);
  if (!note) return refuse('gone');
  if (note.author !== author) return refuse('not-yours');
  historyOf(doc).step(() => writeRemoval(doc, key));
  return DONE;
}
