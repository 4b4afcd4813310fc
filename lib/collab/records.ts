/**
 * The records people put on a board. They are Knooppunt's own, not tldraw's: list, phone, server and a future
 * canvas read the same data. Each record is a Y.Map with a key per property; text is a Y.Text.
 * Positions are in board units, relative to the top-left corner of the anchor element (or of the board).
 * Their schemas are in record-schemas.ts: a page that shows notes does not check them.
 */
import type { z } from 'zod/mini';
import type {
  ArrowEndSchema,
  ArrowRecordSchema,
  BoardRecordSchema,
  NoteRecordSchema,
  NoteSourceSchema,
} from './record-schemas';

export const RECORD_VERSION = 1;
export const MAX_TEXT_LENGTH = 1_000;
export const MAX_STROKE_POINTS = 4_000;

const RECORD_KINDS = ['note', 'text', 'drawing', 'arrow', 'pin'] as const;
export type RecordKind = (typeof RECORD_KINDS)[number];

export const NOTE_COLOURS = ['yellow', 'green', 'blue', 'pink', 'white'] as const;
export const INK_COLOURS = ['black', 'red', 'blue', 'green'] as const;

export type NoteSource = z.infer<typeof NoteSourceSchema>;
export type NoteRecord = z.infer<typeof NoteRecordSchema>;
export type NoteColour = NoteRecord['colour'];
export type ArrowEnd = z.infer<typeof ArrowEndSchema>;
export type ArrowRecord = z.infer<typeof ArrowRecordSchema>;
export type BoardRecord = z.infer<typeof BoardRecordSchema>;
/** `<kind>:<uuid>` */
export type RecordKey = `${RecordKind}:${string}`;

const KEY = new RegExp(`^(${RECORD_KINDS.join('|')}):[0-9a-f-]{36}$`);

/** Other keys in the map are ignored on read. */
export function isRecordKey(key: string): key is RecordKey {
  return KEY.test(key);
}
