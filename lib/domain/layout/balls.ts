import type { Template } from '../template/template';
import { parentIds } from '../template/template-tree';
import type { Depth, PictureBall, PictureBlock, PictureLayer, Rect } from './picture';
import { BALL, GRID } from './type-scale';

type Ball = { pointId: string; number: string };

/** element id (block or layer) → the balls on it: what concerns a group or a point stands on its block. */
export function ballsByElement(template: Template): Map<string, Ball[]> {
  const parents = parentIds(template);
  const carriers = new Set([...template.layers, ...template.blocks].map((element) => element.id));
  const found = new Map<string, Ball[]>();
  for (const point of template.interventionPoints) {
    for (const concerned of point.concerns) {
      let at: string | undefined = concerned;
      while (at !== undefined && !carriers.has(at)) at = parents.get(at);
      if (at === undefined) continue;
      const balls = found.get(at) ?? [];
      if (!balls.some((ball) => ball.pointId === point.id)) balls.push({ pointId: point.id, number: point.number });
      found.set(at, balls);
    }
  }
  return found;
}

type Row = { balls: Ball[]; elementId: string; right: number; left: number; firstCentreY: number; diameter: number };

/** Rows of balls that end at `right`; the next row stands lower. */
function placeRows({ balls, elementId, right, left, firstCentreY, diameter }: Row): PictureBall[] {
  const pitch = diameter + BALL.gap;
  const perRow = Math.max(1, Math.floor((right - left + BALL.gap) / pitch));
  return balls.map((ball, index) => {
    const row = Math.floor(index / perRow);
    const inRow = Math.min(perRow, balls.length - row * perRow);
    const x = right - diameter / 2 - (inRow - 1 - (index % perRow)) * pitch;
    return { ...ball, elementId, x, y: firstCentreY + row * pitch, r: diameter / 2 };
  });
}

function onBlock(block: PictureBlock, balls: Ball[], diameter: number): PictureBall[] {
  const { rect } = block;
  return placeRows({
    balls,
    elementId: block.id,
    left: rect.x + GRID.cardPadding,
    right: rect.x + rect.w - GRID.cardPadding,
    firstCentreY: rect.y,
    diameter,
  });
}

/** On the title row of a wide layer, left of its tag; under the title of a narrow one. */
function onLayer(layer: PictureLayer, balls: Ball[], diameter: number): PictureBall[] {
  const narrow = layer.tag.y + layer.tag.h <= layer.title.y + 4;
  const left = layer.rect.x + GRID.layerPadding;
  const right = narrow ? layer.rect.x + layer.rect.w - GRID.layerPadding : layer.tag.x - 16;
  const under = Math.max(layer.title.y + layer.title.h, layer.middleTitle.y + layer.middleTitle.h);
  const firstCentreY = narrow ? under + BALL.gap + BALL.middle / 2 : layer.tag.y + layer.tag.h / 2 + 4;
  return placeRows({ balls, elementId: layer.id, left, right, firstCentreY, diameter });
}

/** All balls of a layer once, inside its top right corner. */
function farBalls(layer: PictureLayer, balls: Ball[]): PictureBall[] {
  const inset = BALL.gap * 2;
  return placeRows({
    balls,
    elementId: layer.id,
    left: layer.rect.x + inset,
    right: layer.rect.x + layer.rect.w - inset,
    firstCentreY: layer.rect.y + inset + BALL.far / 2,
    diameter: BALL.far,
  });
}

/** The room the far balls of a layer take at its top. */
export function farBallsBox(layerRect: Rect, count: number): Rect {
  const inset = BALL.gap * 2;
  const pitch = BALL.far + BALL.gap;
  const perRow = Math.max(1, Math.floor((layerRect.w - 2 * inset + BALL.gap) / pitch));
  const w = Math.min(count, perRow) * pitch;
  const h = count === 0 ? 0 : Math.ceil(count / perRow) * pitch + inset;
  return { x: layerRect.x + layerRect.w - inset - w, y: layerRect.y, w, h };
}

/** The union of what stands on a layer and on its blocks, by number. */
export function ballsOfLayer(
  layerId: string,
  blockIds: readonly string[],
  byElement: ReadonlyMap<string, Ball[]>,
): Ball[] {
  const once = new Map<string, Ball>();
  for (const id of [layerId, ...blockIds]) for (const ball of byElement.get(id) ?? []) once.set(ball.pointId, ball);
  return [...once.values()].sort((a, b) => a.number.localeCompare(b.number, 'nl', { numeric: true }));
}

/** One list of balls per depth. */
export function placeBalls(
  layers: PictureLayer[],
  blocks: PictureBlock[],
  byElement: ReadonlyMap<string, Ball[]>,
): Record<Depth, PictureBall[]> {
  const close = (diameter: number): PictureBall[] => [
    ...blocks.flatMap((block) => onBlock(block, byElement.get(block.id) ?? [], diameter)),
    ...layers.flatMap((layer) => onLayer(layer, byElement.get(layer.id) ?? [], diameter)),
  ];
  return {
    far: layers.flatMap((layer) => {
      const ids = blocks.filter((block) => block.layerId === layer.id).map((block) => block.id);
      return farBalls(layer, ballsOfLayer(layer.id, ids, byElement));
    }),
    middle: close(BALL.middle),
    near: close(BALL.near),
    nearest: close(BALL.near),
  };
}
