import { describe, expect, it } from 'vitest';
import { type MappingContext, shapeIdOf, toRecord, toShape } from '@/components/canvas/binding/record-mapping';
import { type ArrowEnd, type BoardRecord, isRecordKey, type RecordKey } from '@/lib/collab/records';
import { exampleNote } from '@/lib/collab/workshop-doc';
import { layoutTemplate } from '@/lib/domain/layout/layout-template';
import { indexPicture } from '@/lib/domain/layout/picture-index';
import { nlCanvas } from '@/lib/messages/nl-canvas';
import { smallTemplate } from '../../support/small-template';

const index = indexPicture(layoutTemplate(smallTemplate(), 1, nlCanvas.key));
const NOTE = 'note:11111111-1111-4111-8111-111111111111';
const context: MappingContext = {
  index,
  shapeOfRecord: (key) => (key === NOTE && isRecordKey(key) ? shapeIdOf(key) : null),
  recordOfShape: (id) => {
    const key = id.slice('shape:'.length);
    return isRecordKey(key) ? key : null;
  },
  middleOf: () => null,
};
const base = { v: 1, author: 'p:een', anchor: 'T2.1', x: 12.5, y: -4, index: 'a2' } as const;
const loose = (x: number, y: number): ArrowEnd => ({ element: null, record: null, x, y });
const arrow = (start: ArrowEnd, end: ArrowEnd): BoardRecord => ({
  ...base,
  kind: 'arrow',
  colour: 'green',
  bend: 12,
  label: 'want',
  start,
  end,
});

const records: [string, RecordKey, BoardRecord][] = [
  [
    'a note',
    'note:22222222-2222-4222-8222-222222222222',
    { ...base, kind: 'note', colour: 'pink', text: 'Een\ntekst', attached: 'T2.1.p1' },
  ],
  ['a note on the board itself', 'note:22222222-2222-4222-8222-222222222223', { ...exampleNote('u:een') }],
  [
    'text',
    'text:22222222-2222-4222-8222-222222222222',
    { ...base, kind: 'text', colour: 'blue', text: 'Los', width: 200, size: 20 },
  ],
  [
    'a drawing',
    'drawing:22222222-2222-4222-8222-222222222222',
    { ...base, kind: 'drawing', colour: 'red', size: 4.5, points: [0, 0, 3.5, 8] },
  ],
  ['a loose arrow', 'arrow:22222222-2222-4222-8222-222222222222', arrow(loose(0, 0), loose(80, 40))],
  [
    'an arrow between elements',
    'arrow:22222222-2222-4222-8222-222222222223',
    arrow({ ...loose(0, 0), element: 'T3.1' }, { ...loose(9, 9), element: 'T1' }),
  ],
  [
    'an arrow to a point',
    'arrow:22222222-2222-4222-8222-222222222224',
    arrow(loose(1, 2), { ...loose(9, 9), element: 'T3.1.p2' }),
  ],
  [
    'an arrow from a note',
    'arrow:22222222-2222-4222-8222-222222222225',
    arrow({ ...loose(3, 3), record: NOTE }, loose(4, 4)),
  ],
];

describe.each(records)('%s', (_name, key, record) => {
  it('[CV3] is the same record after a way through a shape', () => {
    const made = toShape(key, record, context);
    if (!made) throw new Error('no shape');
    expect(toRecord({ ...made, me: 'p:ander', base: record, context })).toEqual(record);
    const fresh = toRecord({
      ...made,
      me: 'p:ander',
      base: null,
      context: { ...context, index: { ...index, rectOf: (id) => (id === record.anchor ? index.rectOf(id) : null) } },
    });
    expect({ ...fresh, author: record.author, index: record.index }).toEqual(record);
  });

  it('[CV4] moves along with its anchor', () => {
    const elsewhere: MappingContext = {
      ...context,
      index: {
        ...index,
        rectOf: (id) => {
          const rect = index.rectOf(id);
          return rect && { ...rect, x: rect.x + 500, y: rect.y - 30 };
        },
      },
    };
    const here = toShape(key, record, context)?.shape;
    const there = toShape(key, record, elsewhere)?.shape;
    const by = record.anchor === null ? [0, 0] : [500, -30];
    expect([(there?.x ?? 0) - (here?.x ?? 0), (there?.y ?? 0) - (here?.y ?? 0)]).toEqual(by);
  });
});

it('[CV6] leaves an end loose whose record is not there', () => {
  const made = toShape(
    'arrow:22222222-2222-4222-8222-222222222226',
    arrow({ ...loose(5, 6), record: 'note:99999999-1111-4111-8111-111111111111' }, loose(0, 0)),
    context,
  );
  expect(made?.bindings).toEqual([]);
  expect(made?.shape.props).toMatchObject({ start: { x: 5, y: 6 } });
});

it('[CV7] draws no kinds of a later version', () => {
  expect(
    toShape('pin:22222222-2222-4222-8222-222222222226', { ...base, kind: 'pin', element: 'T1', text: '' }, context),
  ).toBeNull();
});

it('[CV7] takes an order that is no order as the lowest', () => {
  const made = toShape(
    'note:22222222-2222-4222-8222-222222222226',
    { ...exampleNote('p:x'), index: 'zo maar' },
    context,
  );
  expect(made?.shape.index).toBe('a1');
});
