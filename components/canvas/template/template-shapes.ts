/**
 * Puts the template on the canvas as fixed shapes and keeps it that way: they are in this store only, never in the Y.Doc.
 * Not with tldraw's isLocked, which would take neither arrows nor clicks.
 */

import type { TLShape, TLShapeId, TLStore } from '@tldraw/tlschema';
import { getIndicesBelow } from '@tldraw/utils';
import type { Picture, Rect } from '@/lib/domain/layout/picture';
import { elementShapeId, PAGE_ID } from '../binding/record-mapping';
import { isElementShapeType } from '../shapes/shape-props';

const FIRST_OF_PEOPLE = 'a0' as TLShape['index'];

/** One shape per layer, then one per block, all below what people make. */
export function templateShapes(picture: Picture): TLShape[] {
  const elements: { type: string; id: string; rect: Rect }[] = [
    ...picture.layers.map(({ id, rect }) => ({ type: 'kp-layer', id, rect })),
    ...picture.blocks.map(({ id, rect }) => ({ type: 'kp-block', id, rect })),
  ];
  const indices = getIndicesBelow(FIRST_OF_PEOPLE, elements.length);
  return elements.map(
    ({ type, id, rect }, at) =>
      ({
        id: elementShapeId(id),
        typeName: 'shape',
        type,
        parentId: PAGE_ID,
        index: indices[at],
        rotation: 0,
        isLocked: false,
        opacity: 1,
        x: rect.x,
        y: rect.y,
        props: { w: rect.w, h: rect.h, elementId: id },
        meta: {},
      }) as unknown as TLShape,
  );
}

/** Whatever is tried, a template shape stays as it is, where it is, and is never selected or rubbed out. */
export function guardTemplate(store: TLStore): () => void {
  const isTemplate = (id: TLShapeId | null): boolean => id?.startsWith('shape:el-') === true;
  const without = (ids: TLShapeId[]): TLShapeId[] => (ids.some(isTemplate) ? ids.filter((id) => !isTemplate(id)) : ids);
  const stops = [
    store.sideEffects.registerBeforeChangeHandler('shape', (before, after) =>
      isElementShapeType(before.type) ? before : after,
    ),
    store.sideEffects.registerBeforeDeleteHandler('shape', (shape) =>
      isElementShapeType(shape.type) ? false : undefined,
    ),
    store.sideEffects.registerBeforeChangeHandler('instance_page_state', (_before, after) => {
      const selectedShapeIds = without(after.selectedShapeIds);
      const erasingShapeIds = without(after.erasingShapeIds);
      const hoveredShapeId = isTemplate(after.hoveredShapeId) ? null : after.hoveredShapeId;
      const editingShapeId = isTemplate(after.editingShapeId) ? null : after.editingShapeId;
      if (
        selectedShapeIds === after.selectedShapeIds &&
        erasingShapeIds === after.erasingShapeIds &&
        hoveredShapeId === after.hoveredShapeId &&
        editingShapeId === after.editingShapeId
      )
        return after;
      return { ...after, selectedShapeIds, erasingShapeIds, hoveredShapeId, editingShapeId };
    }),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}
