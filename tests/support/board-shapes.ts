/** What a person's hands do to a store, as tldraw would do it. */

import type { TLArrowBinding, TLRecord, TLShape, TLShapeId, TLStore } from '@tldraw/tlschema';
import { elementShapeId, PAGE_ID } from '@/components/canvas/binding/record-mapping';
import { randomUuid } from '@/lib/collab/random-uuid';

type Props = Record<string, unknown>;

function putShape(store: TLStore, kind: string, type: string, x: number, y: number, props: Props): TLShapeId {
  const id = `shape:${kind}:${randomUuid()}` as TLShapeId;
  store.put([
    {
      id,
      typeName: 'shape',
      type,
      parentId: PAGE_ID,
      index: 'a1',
      x,
      y,
      rotation: 0,
      isLocked: false,
      opacity: 1,
      props,
      meta: {},
    } as unknown as TLShape,
  ]);
  return id;
}

export const putNote = (store: TLStore, x: number, y: number, text = '', colour = 'yellow'): TLShapeId =>
  putShape(store, 'note', 'kp-note', x, y, { colour, text, attached: null });
export const putText = (store: TLStore, x: number, y: number, text: string): TLShapeId =>
  putShape(store, 'text', 'kp-text', x, y, { colour: 'red', text, width: 300, size: 24 });
export const putDrawing = (store: TLStore, x: number, y: number): TLShapeId =>
  putShape(store, 'drawing', 'kp-drawing', x, y, { colour: 'blue', size: 6, points: [0, 0, 10, 12.5, 30, 4] });

export type End = { shape: TLShapeId } | { element: string; host: string } | { x: number; y: number };

/** An arrow with an end each on a shape, on a template element, or loose. */
export function putArrow(store: TLStore, start: End, end: End): TLShapeId {
  const place = (at: End) => ('x' in at ? { x: at.x, y: at.y } : { x: 0, y: 0 });
  const id = putShape(store, 'arrow', 'arrow', 40, 40, {
    kind: 'arc',
    elbowMidPoint: 0.5,
    dash: 'solid',
    size: 'm',
    fill: 'none',
    color: 'black',
    labelColor: 'black',
    bend: 0,
    start: place(start),
    end: place(end),
    arrowheadStart: 'none',
    arrowheadEnd: 'arrow',
    text: '',
    labelPosition: 0.5,
    font: 'sans',
    scale: 1,
  });
  (
    [
      ['start', start],
      ['end', end],
    ] as const
  ).forEach(([terminal, at]) => {
    if ('x' in at) return;
    const toId = 'shape' in at ? at.shape : elementShapeId(at.host);
    store.put([
      {
        id: `binding:${randomUuid()}`,
        typeName: 'binding',
        type: 'arrow',
        fromId: id,
        toId,
        meta: { element: 'shape' in at ? null : at.element },
        props: { terminal, normalizedAnchor: { x: 0.5, y: 0.5 }, isExact: false, isPrecise: false, snap: 'none' },
      } as unknown as TLRecord,
    ]);
  });
  return id;
}

export function change(store: TLStore, id: TLShapeId, next: { x?: number; y?: number; props?: Props }): void {
  store.update(id, (shape) => ({ ...shape, ...next, props: { ...shape.props, ...next.props } }) as TLShape);
}

/** tldraw unties the arrows of what goes, and leaves their ends loose where they were. */
export function remove(store: TLStore, id: TLShapeId): void {
  const bindings = store.query.records('binding').get() as TLArrowBinding[];
  for (const binding of bindings.filter((one) => one.toId === id)) {
    change(store, binding.fromId, { props: { [binding.props.terminal]: { x: 7, y: 7 } } });
    store.remove([binding.id]);
  }
  store.remove([...bindings.filter((one) => one.fromId === id).map((one) => one.id), id]);
}

/** Everything of people's on a board, comparable across boards. */
export function seenOn(store: TLStore): Record<string, unknown> {
  const shapes = store.query
    .records('shape')
    .get()
    .filter((shape) => !shape.id.startsWith('shape:el-'));
  const bindings = store.query.records('binding').get() as TLArrowBinding[];
  return Object.fromEntries(
    shapes
      .map(
        (shape) =>
          [
            shape.id,
            {
              type: shape.type,
              x: shape.x,
              y: shape.y,
              props: shape.props,
              meta: shape.meta,
              ends: bindings
                .filter((one) => one.fromId === shape.id)
                .map((one) => `${one.props.terminal} ${one.toId} ${String(one.meta.element ?? '')}`)
                .sort(),
            },
          ] as const,
      )
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}
