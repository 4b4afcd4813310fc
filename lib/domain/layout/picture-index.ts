import type { Depth, Picture, Rect } from './picture';

/** Finds things in a picture: an element's rectangle by id, the element at a place. */
export type PictureIndex = {
  rectOf: (elementId: string) => Rect | null;
  labelOf: (elementId: string) => string | null;
  /** the layer or block that draws this element: itself, or the block around a group or point */
  hostOf: (elementId: string) => string | null;
  /** what a note at this place belongs to: a point when points can be read, else a block, else a layer */
  elementAt: (x: number, y: number, depth: Depth) => string | null;
  /** the block or layer a position is kept relative to: the one around it, else the nearest layer */
  anchorAt: (x: number, y: number) => string | null;
};

type Entry = { rect: Rect; host: string; label: string };

/** Beyond this a place belongs to the board itself. */
const NEAR_ENOUGH = 2_000;

export const contains = (rect: Rect, x: number, y: number): boolean =>
  x >= rect.x && x <= rect.x + rect.w && y >= rect.y && y <= rect.y + rect.h;

const distance = (rect: Rect, x: number, y: number): number =>
  Math.hypot(Math.max(rect.x - x, 0, x - rect.x - rect.w), Math.max(rect.y - y, 0, y - rect.y - rect.h));

/** Builds the index once per picture. */
export function indexPicture(picture: Picture): PictureIndex {
  const entries = new Map<string, Entry>();
  const cards = [...picture.blocks, ...picture.layers.flatMap((layer) => (layer.ownCard ? [layer.ownCard] : []))];
  for (const layer of picture.layers)
    entries.set(layer.id, { rect: layer.rect, host: layer.id, label: layer.title.lines.join(' ') });
  for (const card of cards) {
    if (card.id !== card.layerId) entries.set(card.id, { rect: card.rect, host: card.id, label: card.label });
    for (const group of card.groups)
      entries.set(group.id, { rect: group.text, host: card.id, label: group.text.lines.join(' ') });
    for (const point of card.points)
      entries.set(point.id, { rect: point.rect, host: card.id, label: point.text.lines.join(' ') });
  }
  const cardAt = (x: number, y: number) => cards.find((card) => contains(card.rect, x, y));
  const layerAt = (x: number, y: number) => picture.layers.find((layer) => contains(layer.rect, x, y));

  return {
    rectOf: (id) => entries.get(id)?.rect ?? null,
    labelOf: (id) => entries.get(id)?.label ?? null,
    hostOf: (id) => entries.get(id)?.host ?? null,
    elementAt: (x, y, depth) => {
      const card = depth === 'far' ? undefined : cardAt(x, y);
      const point =
        depth === 'near' || depth === 'nearest' ? card?.points.find((one) => contains(one.rect, x, y)) : undefined;
      return point?.id ?? card?.id ?? layerAt(x, y)?.id ?? null;
    },
    anchorAt: (x, y) => {
      const around = cardAt(x, y)?.id ?? layerAt(x, y)?.id;
      if (around) return around;
      const nearest = [...picture.layers].sort((a, b) => distance(a.rect, x, y) - distance(b.rect, x, y))[0];
      return nearest && distance(nearest.rect, x, y) <= NEAR_ENOUGH ? nearest.id : null;
    },
  };
}
