import fc from 'fast-check';
import { expect, it } from 'vitest';
import { frameOf, MAP_WIDTH, placeOnBoard } from '@/components/canvas/controls/mini-map-frame';

const BOARD = { width: 7_000, height: 5_000 };
const mapHeight = (MAP_WIDTH * BOARD.height) / BOARD.width;

it('[CV24] the frame on the small map stays on it and is never too small to see', () => {
  const number = fc.double({ min: -20_000, max: 20_000, noNaN: true });
  const size = fc.double({ min: 1, max: 30_000, noNaN: true });
  fc.assert(
    fc.property(number, number, size, size, (x, y, w, h) => {
      const frame = frameOf({ x, y, w, h }, BOARD);
      expect(Math.min(frame.x, frame.y)).toBeGreaterThanOrEqual(0);
      expect(Math.min(frame.w, frame.h)).toBeGreaterThanOrEqual(8 - 1e-9);
      expect(frame.x + frame.w).toBeLessThanOrEqual(MAP_WIDTH + 1e-9);
      expect(frame.y + frame.h).toBeLessThanOrEqual(mapHeight + 1e-9);
    }),
  );
});

it('[CV24] a press in the middle of the frame leaves the board where it is', () => {
  const view = { x: 2_000, y: 1_500, w: 1_400, h: 900 };
  const frame = frameOf(view, BOARD);
  const place = placeOnBoard({ x: frame.x + frame.w / 2, y: frame.y + frame.h / 2 }, BOARD);
  expect(place.x).toBeCloseTo(view.x + view.w / 2, 5);
  expect(place.y).toBeCloseTo(view.y + view.h / 2, 5);
});

it('[CV24] a press beside the map goes to the edge of the schema and no further', () => {
  expect(placeOnBoard({ x: -50, y: mapHeight + 80 }, BOARD)).toEqual({ x: 0, y: BOARD.height });
});
