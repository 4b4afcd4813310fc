/** What the layer draws at a zoom: pure, so that it can be checked without a screen. */
import type { Rect } from '@/lib/domain/layout/picture';
import { overlaps } from './element-choice';
import type { LayerItem } from './layer-item';

/** From this size on, in pixels of the screen, letters are drawn; below it bars, and below that nothing but paper. */
const LETTERS_FROM = 6.5;
const BARS_FROM = 4.4;

export type TextDetail = 'letters' | 'bars' | 'none';
export type DrawnItem = { item: LayerItem; text: TextDetail; opacity: number };

/** How much one sees of a text of this size. */
export function textDetail(size: number, zoom: number): TextDetail {
  const pixels = size * zoom;
  if (pixels >= LETTERS_FROM) return 'letters';
  return pixels >= BARS_FROM ? 'bars' : 'none';
}

/** Of what a person chose to fade this much stays. */
export const FADED = 0.2;

type Look = {
  zoom: number;
  /** what is to be drawn, on the board */
  view: Rect;
  /** what the page shows as elements, and the layer leaves out */
  elements: ReadonlySet<string>;
  bright: ReadonlySet<string> | null;
};

/** In the order of the board, from below to on top. */
export function displayList(items: readonly LayerItem[], { zoom, view, elements, bright }: Look): DrawnItem[] {
  const drawn: DrawnItem[] = [];
  for (const item of items) {
    if (elements.has(item.id) || !overlaps(item.rect, view)) continue;
    const isFaded = bright !== null && item.kind === 'note' && item.attached !== null && !bright.has(item.attached);
    drawn.push({
      item,
      text: item.kind === 'drawing' ? 'none' : textDetail(item.size, zoom),
      opacity: isFaded ? FADED : 1,
    });
  }
  return drawn;
}
