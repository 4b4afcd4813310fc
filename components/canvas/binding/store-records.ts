/** Reading and writing one record's shapes in a tldraw store. */

import type { TLArrowBinding, TLRecord, TLShape, TLShapeId, TLStore } from '@tldraw/tlschema';
import { noteSize } from '../shapes/note-size';
import type { NoteShapeProps } from '../shapes/shape-props';

export const sameValue = (a: unknown, b: unknown): boolean => a === b || JSON.stringify(a) === JSON.stringify(b);

const sorted = (value: object): unknown => Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
/** What of a shape comes from its record. */
const recorded = ({ x, y, type, props, meta }: TLShape): unknown => ({
  x,
  y,
  type,
  props: sorted(props),
  meta: sorted(meta),
});

const sameBinding = (a: TLArrowBinding, b: TLArrowBinding): boolean =>
  a.toId === b.toId &&
  a.props.terminal === b.props.terminal &&
  sameValue(sorted(a.props), sorted(b.props)) &&
  (a.meta.element ?? null) === (b.meta.element ?? null);

export function shapeIn(store: TLStore, id: TLShapeId): TLShape | undefined {
  return store.unsafeGetWithoutCapture(id) as TLShape | undefined;
}

export function bindingsFrom(store: TLStore, id: TLShapeId): TLArrowBinding[] {
  const all = store.query.records('binding', () => ({ fromId: { eq: id } })).get();
  return all.filter((binding) => binding.type === 'arrow') as TLArrowBinding[];
}

/** Puts a shape and its bindings under `id`; writes nothing that is there already. */
export function putShape(
  store: TLStore,
  id: TLShapeId,
  { shape, bindings }: { shape: TLShape; bindings: TLArrowBinding[] },
): void {
  const current = shapeIn(store, id);
  const next = { ...shape, id, index: current?.index ?? shape.index };
  if (!current || !sameValue(recorded(current), recorded(next))) store.put([next]);
  if (shape.type !== 'arrow') return;
  const wanted = bindings.map((binding) => ({ ...binding, fromId: id }));
  const existing = bindingsFrom(store, id);
  const same =
    wanted.length === existing.length && wanted.every((one) => existing.some((other) => sameBinding(one, other)));
  if (same) return;
  store.remove(existing.map((binding) => binding.id));
  store.put(wanted as TLRecord[]);
}

export function removeShape(store: TLStore, id: TLShapeId): void {
  if (store.has(id)) store.remove([...bindingsFrom(store, id).map((binding) => binding.id), id]);
}

/** Where an arrow to this shape points when the shape is gone. */
export function middleOf(shape: TLShape | undefined): { x: number; y: number } | null {
  if (!shape) return null;
  if (shape.type !== ('kp-note' as TLShape['type'])) return { x: shape.x, y: shape.y };
  const { w, h } = noteSize((shape.props as unknown as NoteShapeProps).text);
  return { x: shape.x + w / 2, y: shape.y + h / 2 };
}
