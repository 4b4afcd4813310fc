/** What a record must be to be read at all: every other one is left out, whoever wrote it. */
import { z } from 'zod/mini';
import { INK_COLOURS, MAX_STROKE_POINTS, MAX_TEXT_LENGTH, NOTE_COLOURS, RECORD_VERSION } from './records';

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
export const NoteSourceSchema = z.object({
  passageId: z.string().check(z.minLength(1), z.maxLength(36)),
  label: z.string().check(z.minLength(1), z.maxLength(160)),
});
/** `attached` is the template element a note belongs to; it then counts as a note on that element. */
export const NoteRecordSchema = z.object({
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
export const ArrowEndSchema = z.object({
  element: z.nullable(elementId),
  record: z.nullable(z.string().check(z.maxLength(64))),
  x: coordinate,
  y: coordinate,
});
export const ArrowRecordSchema = z.object({
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
