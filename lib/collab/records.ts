/**
 * The records people put on a board. They are Knooppunt's own, not tldraw's: list, phone, server and a future
 * canvas read the same data. Each record is a Y.Map with a key per property; text is a Y.Text.
 * Positions are in board units, relative to the top-left corner of the anchor element (or of the board).
 */
import { z } from 'zod/mini';

export const RECORD_VERSION = 1;
export const MAX_TEXT_LENGTH = 1_000;
export const MAX_STROKE_POINTS = 4_000;

const RECORD_KINDS = ['note', 'text', 'drawing', 'arrow', 'pin'] as const;
export type RecordKind = (typeof RECORD_KINDS)[number];

export const NOTE_COLOURS = ['yellow', 'green', 'blue', 'pink', 'white'] as const;
export const INK_COLOURS = ['black', 'red', 'blue', 'green'] as const;

const coordinate = z.number().check(z.gte(-1_000_000), z.lte(1_000_000));
const elementId = z.string().check(z.minLength(1), z.maxLength(64));
const text = z.string().check(z.maxLength(MAX_TEXT_LENGTH));

const base = {
  v: z.literal(RECORD_VERSION),
  /** 'p:<participant id>' or 'u:<user id>' */
  author: z.string().check(z.minLength(3), z.maxLength(64)),
  /** id of a template element, or null for the board itself */
  anchor: z.nullable(elementId),
  x: coordinate,
  y: coordinate,
  /** fractional index: what lies on top of what */
  index: z.string().check(z.minLength(1), z.maxLength(200)),
};

/** A quote that became a note keeps where it came from: the passage and a short line to show ('Bloemlezing 5.3'). */
const NoteSourceSchema = z.object({
  passageId: z.string().check(z.minLength(1), z.maxLength(36)),
  label: z.string().check(z.minLength(1), z.maxLength(160)),
});
/** `attached` is the template element a note belongs to; it then counts as a note on that element. */
const NoteRecordSchema = z.object({
  ...base,
  kind: z.literal('note'),
  colour: z.enum(NOTE_COLOURS),
  text,
  attached: z.nullable(elementId),
  /** absent on notes that somebody wrote */
  source: z.optional(z.nullable(NoteSourceSchema)),
});
const TextRecordSchema = z.object({
  ...base,
  kind: z.literal('text'),
  colour: z.enum(INK_COLOURS),
  text,
  width: z.number().check(z.gte(20), z.lte(10_000)),
  size: z.number().check(z.gte(4), z.lte(1_000)),
});
/** `points` is x0,y0,x1,y1,… relative to x,y; `size` is the width of the line. */
const DrawingRecordSchema = z.object({
  ...base,
  kind: z.literal('drawing'),
  colour: z.enum(INK_COLOURS),
  size: z.number().check(z.gte(0.1), z.lte(1_000)),
  points: z.array(coordinate).check(z.maxLength(MAX_STROKE_POINTS * 2)),
});
/** An end is a template element, another record, or a loose place relative to the record's x,y. */
const ArrowEndSchema = z.object({
  element: z.nullable(elementId),
  record: z.nullable(z.string().check(z.maxLength(64))),
  x: coordinate,
  y: coordinate,
});
const ArrowRecordSchema = z.object({
  ...base,
  kind: z.literal('arrow'),
  colour: z.enum(INK_COLOURS),
  start: ArrowEndSchema,
  end: ArrowEndSchema,
  bend: coordinate,
  label: text,
});
/** A marker on a template element ('hier sta ik', a fact to come); drawn in a later version. */
const PinRecordSchema = z.object({ ...base, kind: z.literal('pin'), element: elementId, text });

export const BoardRecordSchema = z.discriminatedUnion('kind', [
  NoteRecordSchema,
  TextRecordSchema,
  DrawingRecordSchema,
  ArrowRecordSchema,
  PinRecordSchema,
]);

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
