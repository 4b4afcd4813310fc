import type { Template } from '../template/template';
import type { PictureArrow, PictureLayer, Rect } from './picture';
import { GRID } from './type-scale';

const UP_WIDTH = 44;
const UP_HEAD = 64;
const HARM_WIDTH = 16;
const POLITICS_WIDTH = 22;

const at = (x: number, y: number): string => `${Math.round(x)} ${Math.round(y)}`;
const triangle = (points: readonly (readonly [number, number])[]): string =>
  `M${points.map(([x, y]) => at(x, y)).join('L')}Z`;
const centreX = (rect: Rect): number => rect.x + rect.w / 2;

/** A short, broad arrow in the gap between two layers, above the middle of the narrower one. */
function upArrow(lower: PictureLayer, upper: PictureLayer): PictureArrow {
  const x = centreX(lower.rect.w <= upper.rect.w ? lower.rect : upper.rect);
  const bottom = lower.rect.y - 5;
  const top = upper.rect.y + upper.rect.h + 5;
  const neck = top + (bottom - top) * 0.58;
  return {
    id: `up:${lower.id}:${upper.id}`,
    family: 'up',
    from: lower.id,
    to: upper.id,
    width: UP_WIDTH,
    path: `M${at(x, bottom)}L${at(x, neck - 1)}`,
    head: triangle([
      [x - UP_HEAD, neck],
      [x + UP_HEAD, neck],
      [x, top],
    ]),
    box: { x: x - UP_HEAD, y: top, w: 2 * UP_HEAD, h: bottom - top },
  };
}

type Side = 'left' | 'right';

/** Out of the side of the upper layer, down along the board, and back into the side of the base. */
function harmArrow(upper: PictureLayer, base: PictureLayer, side: Side, lane: number): PictureArrow {
  const sign = side === 'left' ? -1 : 1;
  const edge = (rect: Rect): number => (side === 'left' ? rect.x : rect.x + rect.w);
  const startX = edge(upper.rect) + sign * 6;
  const startY = upper.rect.y + upper.rect.h / 2;
  const laneX = edge(upper.rect) + sign * (GRID.harmGutter * (0.42 + lane * 0.34));
  const tipX = edge(base.rect) + sign * 6;
  const endY = base.rect.y + base.rect.h * (0.36 + lane * 0.3);
  const neckX = tipX + sign * 34;
  const bend = 60;
  const path =
    `M${at(startX, startY)}C${at(laneX, startY)} ${at(laneX, startY)} ${at(laneX, startY + bend * 1.6)}` +
    `L${at(laneX, endY - bend)}C${at(laneX, endY)} ${at(laneX, endY)} ${at(neckX - sign * 2, endY)}`;
  return {
    id: `harm:${upper.id}:${side}`,
    family: 'harm-down',
    from: upper.id,
    to: base.id,
    width: HARM_WIDTH,
    path,
    head: triangle([
      [neckX, endY - 26],
      [neckX, endY + 26],
      [tipX, endY],
    ]),
    box: {
      x: Math.min(startX, laneX - HARM_WIDTH / 2),
      y: startY - HARM_WIDTH / 2,
      w: Math.abs(laneX - startX) + HARM_WIDTH / 2,
      h: endY - startY + HARM_WIDTH,
    },
  };
}

/** From the corner layer into the nearest layer of the right track. */
function politicsArrow(corner: PictureLayer, target: PictureLayer): PictureArrow {
  const y = Math.max(
    corner.rect.y + 60,
    Math.min(corner.rect.y + corner.rect.h - 60, target.rect.y + target.rect.h - 150),
  );
  const startX = corner.rect.x - 6;
  const tipX = target.rect.x + target.rect.w + 6;
  const neckX = tipX + 46;
  return {
    id: `politics:${corner.id}:${target.id}`,
    family: 'politics',
    from: corner.id,
    to: target.id,
    width: POLITICS_WIDTH,
    path: `M${at(startX, y)}L${at(neckX - 2, y)}`,
    head: triangle([
      [neckX, y - 36],
      [neckX, y + 36],
      [tipX, y],
    ]),
    box: { x: tipX, y: y - 36, w: startX - tipX, h: 72 },
  };
}

/** The three families of the source: red upwards, pink-red down on both sides, blue from politics. */
export function placeArrows(template: Template, layers: PictureLayer[]): PictureArrow[] {
  const byId = new Map(layers.map((layer) => [layer.id, layer]));
  const trackOf = new Map(template.layers.map((layer) => [layer.id, layer.track]));
  const graph = template.layerGraph ?? { upward: [], downward: [], side: [] };
  const up = graph.upward.flatMap(([from, to]) => {
    const lower = byId.get(from);
    const upper = byId.get(to);
    return lower && upper ? [upArrow(lower, upper)] : [];
  });
  const base = layers.find((layer) => trackOf.get(layer.id) === 'base');
  const sources = [...new Set(graph.downward.map(([from]) => from))]
    .map((id) => byId.get(id))
    .filter((layer) => layer !== undefined);
  const lowestFirst = sources.sort((a, b) => b.rect.y - a.rect.y);
  const harm = base
    ? lowestFirst.flatMap((layer, lane) =>
        (['left', 'right'] as const).map((side) => harmArrow(layer, base, side, lane)),
      )
    : [];
  const corner = layers.find((layer) => trackOf.get(layer.id) === 'corner');
  const pushed = graph.side
    .filter(([from]) => from === corner?.id)
    .map(([, to]) => byId.get(to))
    .filter((layer) => layer !== undefined);
  const target = pushed.sort((a, b) => b.rect.y - a.rect.y)[0];
  return [...up, ...harm, ...(corner && target ? [politicsArrow(corner, target)] : [])];
}
