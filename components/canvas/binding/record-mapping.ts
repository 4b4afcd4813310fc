/**
 * Board records ↔ tldraw shapes. Pure: what a shape is now, what a record says, nothing of stores or time.
 * A record's place is relative to its anchor; a shape's place is on the board.
 */

import type { TLArrowBinding, TLArrowShape, TLBindingId, TLPageId, TLShape, TLShapeId } from '@tldraw/tlschema';
import type { JsonObject } from '@tldraw/utils';
import { T } from '@tldraw/validate';
import { type ArrowEnd, type BoardRecord, RECORD_VERSION, type RecordKey } from '@/lib/collab/records';
import type { PictureIndex } from '@/lib/domain/layout/picture-index';
import { type InkColour, isPeopleShapeType, PEOPLE_SHAPES } from '../shapes/shape-props';

export const PAGE_ID = 'page:page' as TLPageId;
const ELEMENT_PREFIX = 'shape:el-';

export const elementShapeId = (elementId: string): TLShapeId => `${ELEMENT_PREFIX}${elementId}` as TLShapeId;
export const elementIdOfShape = (id: string): string | null =>
  id.startsWith(ELEMENT_PREFIX) ? id.slice(ELEMENT_PREFIX.length) : null;
export const shapeIdOf = (key: RecordKey): TLShapeId => `shape:${key}` as TLShapeId;
const bindingIdOf = (key: RecordKey, terminal: Terminal): TLBindingId => `binding:${key}-${terminal}` as TLBindingId;

export type Terminal = 'start' | 'end';
const TERMINALS: readonly Terminal[] = ['start', 'end'];

/** What the mapping has to know about the rest of the board. */
export type MappingContext = {
  index: PictureIndex;
  /** the shape of a record that is on the board now, or null */
  shapeOfRecord: (key: string) => TLShapeId | null;
  /** the record a shape stands for, or null */
  recordOfShape: (id: TLShapeId) => RecordKey | null;
  /** the middle of a shape on the board, for an end that will stand there loose when the shape goes */
  middleOf: (id: TLShapeId) => { x: number; y: number } | null;
};

const round = (value: number): number => Math.round(value * 100) / 100;

function originOf(anchor: string | null, index: PictureIndex): { x: number; y: number } {
  const rect = anchor === null ? null : index.rectOf(anchor);
  return rect ? { x: rect.x, y: rect.y } : { x: 0, y: 0 };
}

/** Any peer may write any string; one that is no fractional index would crash the editor. */
function safeIndex(index: string): TLShape['index'] {
  return T.indexKey.isValid(index) ? index : ('a1' as TLShape['index']);
}

type ShapeProps = Record<string, unknown>;

const ARROW_STYLE = {
  kind: 'arc',
  elbowMidPoint: 0.5,
  dash: 'solid',
  // Thick enough to be seen with the whole picture in sight; styles make it thinner close by.
  size: 'xl',
  fill: 'none',
  arrowheadStart: 'none',
  arrowheadEnd: 'arrow',
  labelPosition: 0.5,
  font: 'sans',
  scale: 1,
} as const;

/** Ink colours as tldraw names them. */
const ARROW_COLOURS: Record<InkColour, TLArrowShape['props']['color']> = {
  black: 'black',
  red: 'red',
  blue: 'blue',
  green: 'green',
};
const inkOf = (colour: string): InkColour =>
  (Object.entries(ARROW_COLOURS).find(([, theirs]) => theirs === colour)?.[0] as InkColour | undefined) ?? 'black';

function propsOf(record: Exclude<BoardRecord, { kind: 'pin' }>): { type: string; props: ShapeProps } {
  switch (record.kind) {
    case 'note':
      return { type: 'kp-note', props: { colour: record.colour, text: record.text, attached: record.attached } };
    case 'text':
      return {
        type: 'kp-text',
        props: { colour: record.colour, text: record.text, width: record.width, size: record.size },
      };
    case 'drawing':
      return { type: 'kp-drawing', props: { colour: record.colour, size: record.size, points: record.points } };
    case 'arrow': {
      const color = ARROW_COLOURS[record.colour];
      const place = (end: ArrowEnd) => ({ x: end.x, y: end.y });
      return {
        type: 'arrow',
        props: {
          ...ARROW_STYLE,
          color,
          labelColor: color,
          bend: record.bend,
          text: record.label,
          start: place(record.start),
          end: place(record.end),
        },
      };
    }
  }
}

/** A note's source stays with its shape, so that a copy of it has one too. */
const sourceMeta = (record: BoardRecord): { source?: JsonObject } =>
  record.kind === 'note' && record.source ? { source: record.source } : {};

/** What the record says of its source; a shape nobody wrote yet brings it along from what it was copied from. */
function sourceOf(shape: TLShape, base: BoardRecord | null): ShapeProps {
  if (base) return base.kind === 'note' && 'source' in base ? { source: base.source } : {};
  return shape.meta.source ? { source: shape.meta.source } : {};
}

/** Which place of its shape an element stands for: the middle of the shape, or of the point within it. */
export function bindingAnchor(elementId: string, index: PictureIndex): { x: number; y: number; precise: boolean } {
  const rect = index.rectOf(elementId);
  const hostId = index.hostOf(elementId);
  const host = hostId === null ? null : index.rectOf(hostId);
  if (!rect || !host || hostId === elementId) return { x: 0.5, y: 0.5, precise: false };
  const part = (value: number): number => Math.min(1, Math.max(0, Math.round(value * 10_000) / 10_000));
  return {
    x: part((rect.x + rect.w / 2 - host.x) / host.w),
    y: part((rect.y + rect.h / 2 - host.y) / host.h),
    precise: true,
  };
}

function bindingOf(key: RecordKey, terminal: Terminal, end: ArrowEnd, context: MappingContext): TLArrowBinding | null {
  const host = end.element === null ? null : context.index.hostOf(end.element);
  const toId = host !== null ? elementShapeId(host) : end.record === null ? null : context.shapeOfRecord(end.record);
  if (toId === null || toId === shapeIdOf(key)) return null;
  const anchor =
    end.element !== null && host !== null
      ? bindingAnchor(end.element, context.index)
      : { x: 0.5, y: 0.5, precise: false };
  return {
    id: bindingIdOf(key, terminal),
    typeName: 'binding',
    type: 'arrow',
    fromId: shapeIdOf(key),
    toId,
    props: {
      terminal,
      normalizedAnchor: { x: anchor.x, y: anchor.y },
      isExact: false,
      isPrecise: anchor.precise,
      snap: 'none',
    },
    meta: { element: end.element },
  } as TLArrowBinding;
}

/** The shape and bindings a record stands for; null for kinds this version does not draw. */
export function toShape(
  key: RecordKey,
  record: BoardRecord,
  context: MappingContext,
): { shape: TLShape; bindings: TLArrowBinding[] } | null {
  if (record.kind === 'pin') return null;
  const origin = originOf(record.anchor, context.index);
  const { type, props } = propsOf(record);
  const shape = {
    id: shapeIdOf(key),
    typeName: 'shape',
    type,
    parentId: PAGE_ID,
    index: safeIndex(record.index),
    rotation: 0,
    isLocked: false,
    opacity: 1,
    x: round(origin.x + record.x),
    y: round(origin.y + record.y),
    props,
    meta: { author: record.author, anchor: record.anchor, ...sourceMeta(record) },
  } as unknown as TLShape;
  const ends =
    record.kind === 'arrow' ? TERMINALS.map((terminal) => bindingOf(key, terminal, record[terminal], context)) : [];
  return { shape, bindings: ends.filter((binding) => binding !== null) };
}

const stringOr = (value: unknown, fallback: string): string =>
  typeof value === 'string' && value !== '' ? value : fallback;

type ToRecord = {
  shape: TLShape;
  bindings: readonly TLArrowBinding[];
  /** who writes, when the shape is new */
  me: string;
  /** what the record was when both sides last agreed */
  base: BoardRecord | null;
  context: MappingContext;
};

function arrowEnd(terminal: Terminal, input: ToRecord & { shape: TLArrowShape }): ArrowEnd {
  const { shape, bindings, base, context } = input;
  const place = { x: round(shape.props[terminal].x), y: round(shape.props[terminal].y) };
  const before = base?.kind === 'arrow' ? base[terminal] : null;
  const binding = bindings.find((one) => one.props.terminal === terminal);
  if (!binding) {
    // What it was bound to has gone: that is the other's doing, so the arrow's own record stays as it is.
    if (before?.record && context.shapeOfRecord(before.record) === null) return before;
    return { element: null, record: null, ...place };
  }
  const host = elementIdOfShape(binding.toId);
  const element = host === null ? null : stringOr(binding.meta.element, host);
  const record = host === null ? context.recordOfShape(binding.toId) : null;
  if (before && before.element === element && before.record === record) return before;
  const rect = element === null ? null : context.index.rectOf(element);
  const middle = rect ? { x: rect.x + rect.w / 2, y: rect.y + rect.h / 2 } : context.middleOf(binding.toId);
  return { element, record, ...(middle ? { x: round(middle.x - shape.x), y: round(middle.y - shape.y) } : place) };
}

/** The record a shape stands for; null for shapes that are not people's. */
export function toRecord(input: ToRecord): BoardRecord | null {
  const { shape, me, base, context } = input;
  if (!isPeopleShapeType(shape.type)) return null;
  const anchor = typeof shape.meta.anchor === 'string' ? shape.meta.anchor : null;
  const origin = originOf(anchor, context.index);
  const common = {
    v: RECORD_VERSION,
    author: base?.author ?? stringOr(shape.meta.author, me),
    anchor,
    x: round(shape.x - origin.x),
    y: round(shape.y - origin.y),
    // The order is settled when a thing is made; tldraw re-orders arrows by itself, on every screen.
    index: base?.index ?? shape.index,
  } as const;
  const props = shape.props as ShapeProps;
  switch (PEOPLE_SHAPES[shape.type]) {
    case 'note':
      return {
        kind: 'note',
        ...common,
        ...pick(props, ['colour', 'text', 'attached']),
        ...sourceOf(shape, base),
      } as BoardRecord;
    case 'text':
      return { kind: 'text', ...common, ...pick(props, ['colour', 'text', 'width', 'size']) } as BoardRecord;
    case 'drawing':
      return { kind: 'drawing', ...common, ...pick(props, ['colour', 'size', 'points']) } as BoardRecord;
    case 'arrow': {
      const arrow = shape as TLArrowShape;
      const ends = { ...input, shape: arrow };
      return {
        kind: 'arrow',
        ...common,
        colour: inkOf(arrow.props.color),
        bend: round(arrow.props.bend),
        label: arrow.props.text,
        start: arrowEnd('start', ends),
        end: arrowEnd('end', ends),
      };
    }
  }
}

function pick(props: ShapeProps, names: readonly string[]): ShapeProps {
  return Object.fromEntries(names.map((name) => [name, props[name]]));
}
