import { expect, it } from 'vitest';
import { layoutTemplate } from '@/lib/domain/layout/layout-template';
import { placeOwnBalls } from '@/lib/domain/layout/own-balls';
import { contains, indexPicture } from '@/lib/domain/layout/picture-index';
import { nlCanvas } from '@/lib/messages/nl-canvas';
import { smallTemplate } from '../../support/small-template';

const picture = layoutTemplate(smallTemplate(), 1, nlCanvas.key);
const index = indexPicture(picture);
const [block] = picture.blocks;

it('[CV25] a point of the group stands on the block of what it concerns, once, also when that is a point', () => {
  if (!block) throw new Error('no block');
  const [point] = block.points;
  const concerns = [block.id, ...(point ? [point.id] : [])];
  const balls = placeOwnBalls(picture, index, [{ id: 'own-1', number: 'E1', concerns }], 'near');
  expect(balls.map(({ elementId, number }) => [elementId, number])).toEqual([[block.id, 'E1']]);
});

it('[CV25] far away it stands on the layer, inside it', () => {
  if (!block) throw new Error('no block');
  const [ball] = placeOwnBalls(picture, index, [{ id: 'own-1', number: 'E1', concerns: [block.id] }], 'far');
  const layer = picture.layers.find(({ id }) => id === block.layerId);
  if (!ball || !layer) throw new Error('no ball');
  expect(ball.elementId).toBe(layer.id);
  expect(contains(layer.rect, ball.x - ball.r, ball.y - ball.r)).toBe(true);
  expect(contains(layer.rect, ball.x + ball.r, ball.y + ball.r)).toBe(true);
});

it('[CV25] what concerns nothing of this schema stands nowhere', () => {
  expect(placeOwnBalls(picture, index, [{ id: 'own-1', number: 'E1', concerns: ['gone'] }], 'middle')).toEqual([]);
});

it('[CV25] balls of one element do not lie over each other', () => {
  if (!block) throw new Error('no block');
  const points = Array.from({ length: 12 }, (_, at) => ({ id: `o${at}`, number: `E${at}`, concerns: [block.id] }));
  const balls = placeOwnBalls(picture, index, points, 'middle');
  for (const one of balls)
    for (const other of balls)
      if (one !== other) expect(Math.hypot(one.x - other.x, one.y - other.y)).toBeGreaterThanOrEqual(one.r + other.r);
});
