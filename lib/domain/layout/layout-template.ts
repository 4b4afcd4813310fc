/**
 * Where everything of a template stands on the board: pure and deterministic. Rules in SPEC.md.
 * Bottom-up as the source reads: base, two tracks side by side, the layers across, a column at the right over the full
 * height, and in the corner between them the layer that pushes from the side, under the key.
 */

import type { Layer, Template } from '../template/template';
import { type Arrangement, arrangeCards } from './arrange-cards';
import { placeArrows } from './arrows';
import { ballsByElement, ballsOfLayer, farBallsBox, placeBalls } from './balls';
import { cardWidth, placeBlock } from './block-content';
import {
  cardsOf,
  essenceBoxes,
  essenceSize,
  type LayerContent,
  layerContents,
  tagBox,
  titleBox,
  titleZone,
} from './layer-content';
import type { Picture, PictureBlock, PictureLayer, Rect } from './picture';
import { type KeyWords, placeKey } from './picture-key';
import { BALL, GRID, MIN_LAYER_HEIGHT } from './type-scale';

export const LAYOUT_VERSION = 1;
/** Width to height of the whole board: between an old beamer's 4:3 and what a laptop leaves under the bar. */
const PROPORTION = 7 / 5;

type Band = {
  content: LayerContent;
  x: number;
  w: number;
  columns: number;
  columnWidth: number;
  zone: number;
  natural: number;
};

const bandWidth = (columns: number): number => cardWidth(columns, GRID.columnWidth) + 2 * GRID.layerPadding;
const MAIN_X = GRID.margin + GRID.harmGutter;
const LEFT_W = bandWidth(GRID.leftColumns);
const RIGHT_W = bandWidth(GRID.rightColumns);
const MAIN_W = LEFT_W + GRID.layerGap + RIGHT_W;
const SIDE_X = MAIN_X + MAIN_W + GRID.harmGutter;
const COLUMN_X = SIDE_X + GRID.sideWidth + GRID.sideGap;

type Place = { x: number; w: number; columns: number };
const PLACES: Record<Layer['track'], Place> = {
  base: { x: MAIN_X, w: MAIN_W, columns: GRID.leftColumns + GRID.rightColumns },
  across: { x: MAIN_X, w: MAIN_W, columns: GRID.leftColumns + GRID.rightColumns },
  left: { x: MAIN_X, w: LEFT_W, columns: GRID.leftColumns },
  right: { x: MAIN_X + LEFT_W + GRID.layerGap, w: RIGHT_W, columns: GRID.rightColumns },
  column: { x: COLUMN_X, w: GRID.columnLayerWidth, columns: 1 },
  corner: { x: SIDE_X, w: GRID.sideWidth, columns: 1 },
};

/** A schema with one track only gives it the whole width, and one without a column ends beside the key. */
function placesFor(layers: readonly Layer[]): { places: Record<Layer['track'], Place>; width: number } {
  const has = (track: Layer['track']): boolean => layers.some((layer) => layer.track === track);
  const hasBothTracks = has('left') && has('right');
  return {
    places: hasBothTracks ? PLACES : { ...PLACES, left: PLACES.across, right: PLACES.across },
    width: (has('column') ? COLUMN_X + GRID.columnLayerWidth : SIDE_X + GRID.sideWidth) + GRID.margin,
  };
}

const BALL_HEADROOM = BALL.middle / 2;
/** The corner layer stands at least this far beside the lowest layer of the right track, so that its arrow is short and straight. */
const CORNER_REACH = 320;

function bandOf(content: LayerContent, { x, w, columns }: Place, hasOwnBalls: boolean): Band {
  const columnWidth = (w - 2 * GRID.layerPadding - (columns - 1) * GRID.gutter) / columns;
  const zone = GRID.layerPadding + titleZone(content.layer, w, hasOwnBalls && !content.own) + BALL_HEADROOM;
  const cards = arrangeCards(cardsOf(content, columnWidth), columns);
  const natural = Math.max(MIN_LAYER_HEIGHT, zone + cards.height + GRID.layerPadding);
  return { content, x, w, columns, columnWidth, zone, natural };
}

const stackHeight = (bands: Band[]): number =>
  bands.reduce((sum, band) => sum + band.natural, Math.max(0, bands.length - 1) * GRID.layerGap);

/** Heights for bands on top of each other that fill `height` together, each in proportion to what it needs. */
function fillHeights(bands: Band[], height: number): number[] {
  const spare = Math.max(0, height - stackHeight(bands));
  const total = bands.reduce((sum, band) => sum + band.natural, 0);
  let given = 0;
  return bands.map((band, index) => {
    const share = index === bands.length - 1 ? spare - given : Math.floor((spare * band.natural) / total);
    given += share;
    return band.natural + share;
  });
}

type Placed = { band: Band; rect: Rect };

/** Bands bottom-up from `bottom`. */
function stackUp(bands: Band[], bottom: number, height: number): Placed[] {
  const heights = fillHeights(bands, height);
  let y = bottom;
  return bands.map((band, index) => {
    const h = heights[index] ?? band.natural;
    y -= h;
    const rect = { x: band.x, y, w: band.w, h };
    y -= GRID.layerGap;
    return { band, rect };
  });
}

type Tracks = Record<Layer['track'], Band[]>;

/** The main part: base, tracks, across. Spare height is shared by all rows in proportion. */
function placeMain(tracks: Tracks, top: number, height: number): Placed[] {
  const trackHeight = Math.max(stackHeight(tracks.left), stackHeight(tracks.right));
  const middle: Band[] =
    trackHeight > 0 ? [{ ...((tracks.left[0] ?? tracks.right[0]) as Band), natural: trackHeight }] : [];
  const rows = stackUp([...tracks.base, ...middle, ...tracks.across], top + height, height);
  return rows.flatMap((row, index) => {
    if (index !== tracks.base.length || middle.length === 0) return [row];
    const bottom = row.rect.y + row.rect.h;
    return [...stackUp(tracks.left, bottom, row.rect.h), ...stackUp(tracks.right, bottom, row.rect.h)];
  });
}

function mainHeight(tracks: Tracks): number {
  const middle = Math.max(stackHeight(tracks.left), stackHeight(tracks.right));
  const parts = [stackHeight(tracks.base), middle, stackHeight(tracks.across)].filter((part) => part > 0);
  return parts.reduce((sum, part) => sum + part, (parts.length - 1) * GRID.layerGap);
}

function placeCards(placed: Placed): PictureBlock[] {
  const { band, rect } = placed;
  const cards = cardsOf(band.content, band.columnWidth);
  const byId = new Map(cards.map((card) => [card.id, card.content]));
  const arrangement: Arrangement = arrangeCards(cards, band.columns, rect.h - band.zone - GRID.layerPadding);
  return arrangement.cards.flatMap((card) => {
    const content = byId.get(card.id);
    if (!content) return [];
    const x = rect.x + GRID.layerPadding + card.column * (band.columnWidth + GRID.gutter);
    const cardRect = {
      x: Math.round(x),
      y: rect.y + band.zone + card.y,
      w: Math.floor(cardWidth(card.span, band.columnWidth)),
      h: card.h,
    };
    return [placeBlock(content, cardRect, card.span)];
  });
}

/** Where the essence may stand: the whole band when it keeps clear of the balls there, else what is under them. */
function essenceArea(rect: Rect, balls: Rect, wide: boolean): Rect {
  const inset = 28;
  const area = { x: rect.x + inset, y: rect.y + inset, w: rect.w - 2 * inset, h: rect.h - 2 * inset };
  if (balls.h === 0) return area;
  const roomBeside = balls.x - area.x;
  if (wide && roomBeside > area.w * 0.72) return area;
  const top = balls.y + balls.h;
  return { ...area, y: top, h: Math.max(60, rect.y + rect.h - inset - top) };
}

const SIZE_CLASSES: Record<Layer['track'], string> = {
  base: 'wide',
  across: 'wide',
  right: 'wide',
  left: 'left',
  column: 'side',
  corner: 'side',
};

function placeLayers(
  placed: Placed[],
  cards: Map<string, PictureBlock[]>,
  byElement: ReturnType<typeof ballsByElement>,
): PictureLayer[] {
  const classOf = ({ band }: Placed): string => (band.w === MAIN_W ? 'wide' : SIZE_CLASSES[band.content.layer.track]);
  const areas = placed.map((one) => {
    const { band, rect } = one;
    const blockIds = band.content.blocks.map((block) => block.id);
    const count = ballsOfLayer(band.content.layer.id, blockIds, byElement).length;
    return essenceArea(rect, farBallsBox(rect, count), classOf(one) === 'wide');
  });
  const sizes = new Map<string, number>();
  placed.forEach((one, index) => {
    const { band } = one;
    const area = areas[index];
    if (!area) return;
    const name = classOf(one);
    const size = essenceSize(band.content.layer, { w: area.w, h: area.h });
    sizes.set(name, Math.min(sizes.get(name) ?? Number.POSITIVE_INFINITY, size));
  });
  return placed.map((one, index) => {
    const { band, rect } = one;
    const { layer } = band.content;
    return {
      id: layer.id,
      section: layer.section,
      colour: layer.colour,
      rect,
      title: titleBox(layer, rect, 'near'),
      middleTitle: titleBox(layer, rect, 'middle'),
      ...essenceBoxes(layer, areas[index] ?? rect, sizes.get(classOf(one)) ?? 40),
      tag: tagBox(layer, rect),
      isColumn: layer.track === 'column',
      ownCard: cards.get(layer.id)?.find((card) => card.id === layer.id) ?? null,
    };
  });
}

function tracksOf(
  contents: LayerContent[],
  places: Record<Layer['track'], Place>,
  byElement: ReturnType<typeof ballsByElement>,
): Tracks {
  const tracks: Tracks = { base: [], left: [], right: [], across: [], column: [], corner: [] };
  const upwards = [...contents].sort((a, b) => a.layer.order - b.layer.order);
  for (const content of upwards)
    tracks[content.layer.track].push(bandOf(content, places[content.layer.track], byElement.has(content.layer.id)));
  return tracks;
}

/** The picture of a template. `layoutVersion` is kept by the workshop; there is one so far. */
export function layoutTemplate(template: Template, layoutVersion: number, words: KeyWords): Picture {
  const byElement = ballsByElement(template);
  const contents = layerContents(template, new Map([...byElement].map(([id, balls]) => [id, balls.length])));
  const { places, width } = placesFor(template.layers);
  const tracks = tracksOf(contents, places, byElement);
  const keyAt = { x: SIDE_X, y: GRID.margin, w: GRID.sideWidth, h: 0 };
  const cornerHeight =
    tracks.corner.length === 0
      ? 0
      : Math.max(stackHeight(tracks.corner), stackHeight(tracks.base) + GRID.layerGap + CORNER_REACH);
  const sideHeight = placeKey(template, words, keyAt).rect.h + (cornerHeight > 0 ? GRID.layerGap + cornerHeight : 0);
  const aimed = Math.round(width / PROPORTION) - 2 * GRID.margin;
  const height = Math.max(mainHeight(tracks), stackHeight(tracks.column), sideHeight, aimed);
  const bottom = GRID.margin + height;
  const placed = [
    ...placeMain(tracks, GRID.margin, height),
    ...stackUp(tracks.column, bottom, height),
    ...stackUp(tracks.corner, bottom, cornerHeight),
  ];
  const cards = new Map(placed.map((one) => [one.band.content.layer.id, placeCards(one)]));
  const layers = placeLayers(placed, cards, byElement);
  const blocks = [...cards.values()].flat().filter((card) => card.id !== card.layerId);
  const keyHeight = height - (cornerHeight > 0 ? cornerHeight + GRID.layerGap : 0);
  return {
    layoutVersion,
    width,
    height: bottom + GRID.margin,
    layers,
    blocks,
    arrows: placeArrows(template, layers),
    balls: placeBalls(layers, blocks, byElement),
    key: placeKey(template, words, { ...keyAt, h: keyHeight }),
  };
}
