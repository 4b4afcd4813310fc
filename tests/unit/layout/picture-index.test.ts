import { expect, it } from 'vitest';
import { layoutTemplate } from '@/lib/domain/layout/layout-template';
import { indexPicture } from '@/lib/domain/layout/picture-index';
import { nlCanvas } from '@/lib/messages/nl-canvas';
import { smallTemplate } from '../../support/small-template';

const picture = layoutTemplate(smallTemplate(), 1, nlCanvas.key);
const index = indexPicture(picture);
const middleOf = (id: string): [number, number] => {
  const rect = index.rectOf(id);
  if (!rect) throw new Error(id);
  return [rect.x + rect.w / 2, rect.y + rect.h / 2];
};

it('[LT12] finds point, block or layer by the depth one looks at', () => {
  const [x, y] = middleOf('T3.1.p2');
  expect([index.elementAt(x, y, 'near'), index.elementAt(x, y, 'middle'), index.elementAt(x, y, 'far')]).toEqual([
    'T3.1.p2',
    'T3.1',
    'T3',
  ]);
});

it('[LT12] knows which block draws a point, and that the layer draws its own', () => {
  expect([
    index.hostOf('T1.A.1.p1'),
    index.hostOf('T1.A.1'),
    index.hostOf('T7.p1'),
    index.hostOf('T2'),
    index.hostOf('nergens'),
  ]).toEqual(['T1.A', 'T1.A', 'T7', 'T2', null]);
});

it('[LT12] anchors to the block or layer around a place, else to the nearest layer, else to the board', () => {
  expect(index.anchorAt(...middleOf('T2.1.p1'))).toBe('T2.1');
  const layer = index.rectOf('T1');
  if (!layer) throw new Error('T1');
  expect(index.anchorAt(layer.x + 4, layer.y + layer.h - 4)).toBe('T1');
  expect(index.anchorAt(layer.x - 40, layer.y + layer.h - 4)).toBe('T1');
  expect(index.anchorAt(-50_000, -50_000)).toBeNull();
});
