/**
 * Property tables of our own shapes, without React, so that the binding and its fuzz test load in plain Node.
 */

import type { RecordProps, TLBaseShape } from '@tldraw/tlschema';
import { T } from '@tldraw/validate';
import { INK_COLOURS, NOTE_COLOURS } from '@/lib/collab/records';

export type NoteColour = (typeof NOTE_COLOURS)[number];
export type InkColour = (typeof INK_COLOURS)[number];

/** A layer or block of the template; what it shows comes from the picture, by `elementId`. */
export type ElementShapeProps = { w: number; h: number; elementId: string };
export type NoteShapeProps = { colour: NoteColour; text: string; attached: string | null };
export type TextShapeProps = { colour: InkColour; text: string; width: number; size: number };
/** `points` is x0,y0,x1,y1,… relative to the shape; `size` the width of the line. */
export type DrawingShapeProps = { colour: InkColour; size: number; points: number[] };

export type LayerShape = TLBaseShape<'kp-layer', ElementShapeProps>;
export type BlockShape = TLBaseShape<'kp-block', ElementShapeProps>;
export type NoteShape = TLBaseShape<'kp-note', NoteShapeProps>;
export type TextShape = TLBaseShape<'kp-text', TextShapeProps>;
export type DrawingShape = TLBaseShape<'kp-drawing', DrawingShapeProps>;

export const elementShapeProps: RecordProps<BlockShape> = {
  w: T.nonZeroNumber,
  h: T.nonZeroNumber,
  elementId: T.string,
};
export const noteShapeProps: RecordProps<NoteShape> = {
  colour: T.literalEnum(...NOTE_COLOURS),
  text: T.string,
  attached: T.nullable(T.string),
};
export const textShapeProps: RecordProps<TextShape> = {
  colour: T.literalEnum(...INK_COLOURS),
  text: T.string,
  width: T.positiveNumber,
  size: T.positiveNumber,
};
export const drawingShapeProps: RecordProps<DrawingShape> = {
  colour: T.literalEnum(...INK_COLOURS),
  size: T.positiveNumber,
  points: T.arrayOf(T.number),
};

/** Kinds of shapes that people make, and the kind of record each is kept as. */
export const PEOPLE_SHAPES = { 'kp-note': 'note', 'kp-text': 'text', 'kp-drawing': 'drawing', arrow: 'arrow' } as const;
export type PeopleShapeType = keyof typeof PEOPLE_SHAPES;

export const isPeopleShapeType = (type: string): type is PeopleShapeType => Object.hasOwn(PEOPLE_SHAPES, type);
export const isElementShapeType = (type: string): boolean => type === 'kp-layer' || type === 'kp-block';

export const NOTE_WIDTH = 220;
