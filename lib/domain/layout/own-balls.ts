import type { Depth, Picture, PictureBall, Rect } from './picture';
import type { PictureIndex } from './picture-index';
import { BALL, GRID } from './type-scale';

/** A point of the group itself: not from the report. */
export type OwnPoint = { id: string; number: string; concerns: readonly string[] };

const DIAMETER: Record<Depth, number> = {
  far: BALL.far,
  middle: BALL.middle,
  near: BALL.near,
  nearest: BALL.near,
};

/** Far away all of a layer stand on the layer; closer by on what draws the element. */
function carrierOf(picture: Picture, index: PictureIndex, elementId: string, depth: Depth): string | null {
  const host = index.hostOf(elementId);
  if (host === null || depth !== 'far') return host;
  return picture.blocks.find((block) => block.id === host)?.layerId ?? host;
}

/** In rows that end at the right, along the lower edge: the balls of the report stand along the upper one. */
function rowAlong(rect: Rect, balls: readonly OwnPoint[], elementId: string, depth: Depth): PictureBall[] {
  const diameter = DIAMETER[depth];
  const pitch = diameter + BALL.gap;
  const inset = depth === 'far' ? BALL.gap * 2 : GRID.cardPadding;
  const perRow = Math.max(1, Math.floor((rect.w - 2 * inset + BALL.gap) / pitch));
  const lowest = rect.y + rect.h - (depth === 'far' ? inset + diameter / 2 : 0);
  return balls.map(({ id, number }, at) => ({
    pointId: id,
    number,
    elementId,
    x: rect.x + rect.w - inset - diameter / 2 - (at % perRow) * pitch,
    y: lowest - Math.floor(at / perRow) * pitch,
    r: diameter / 2,
  }));
}

/** Balls of the group's own points. They come and go, so they move nothing else; the layout leaves no room for them. */
export function placeOwnBalls(
  picture: Picture,
  index: PictureIndex,
  points: readonly OwnPoint[],
  depth: Depth,
): PictureBall[] {
  const byCarrier = new Map<string, OwnPoint[]>();
  for (const point of points) {
    const carriers = new Set(point.concerns.map((id) => carrierOf(picture, index, id, depth)));
    for (const carrier of carriers)
      if (carrier !== null) byCarrier.set(carrier, [...(byCarrier.get(carrier) ?? []), point]);
  }
  return [...byCarrier].flatMap(([carrier, balls]) => {
    const rect = index.rectOf(carrier);
    return rect ? rowAlong(rect, balls, carrier, depth) : [];
  });
}
