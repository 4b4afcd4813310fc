import { GRID } from './type-scale';

export type CardSize = { id: string; heightAt: (span: number) => number };
export type ArrangedCard = { id: string; column: number; span: number; y: number; h: number };
export type Arrangement = { height: number; cards: ArrangedCard[] };

type Strip = { span: number; ids: string[] };

const MAX_SPAN = 8;

/** The smallest number of columns in which the card is no higher than `limit`. */
function spanFor(card: CardSize, limit: number, columns: number): number | null {
  for (let span = 1; span <= Math.min(columns, MAX_SPAN); span += 1) {
    if (card.heightAt(span) <= limit) return span;
  }
  return null;
}

/** Cards next to each other, small ones stacked; null when they do not fit in the columns at this height. */
function stripsAt(cards: CardSize[], columns: number, limit: number): Strip[] | null {
  const strips: (Strip & { used: number })[] = [];
  for (const card of cards) {
    const span = spanFor(card, limit, columns);
    if (span === null) return null;
    const height = card.heightAt(span);
    const home =
      strips.find((strip) => strip.span === span && strip.used + GRID.gutter + height <= limit) ??
      strips.find((strip) => strip.span > span && strip.used + GRID.gutter + card.heightAt(strip.span) <= limit);
    if (home) {
      home.ids.push(card.id);
      home.used += GRID.gutter + card.heightAt(home.span);
    } else {
      strips.push({ span, ids: [card.id], used: height });
    }
  }
  return strips.reduce((sum, strip) => sum + strip.span, 0) <= columns ? strips : null;
}

const stripHeight = (strip: Strip, byId: ReadonlyMap<string, CardSize>, span = strip.span): number =>
  strip.ids.reduce((sum, id) => sum + (byId.get(id)?.heightAt(span) ?? 0), (strip.ids.length - 1) * GRID.gutter);

/** Columns nobody needed go to whoever is highest. */
function widen(strips: Strip[], columns: number, byId: ReadonlyMap<string, CardSize>): void {
  for (let free = columns - strips.reduce((sum, strip) => sum + strip.span, 0); free > 0; free -= 1) {
    const highest = [...strips].sort((a, b) => stripHeight(b, byId) - stripHeight(a, byId))[0];
    if (highest) highest.span += 1;
  }
}

/** Spreads the room a strip has left over its cards, by their height, so that every strip ends at the same line. */
function placeStrip(strip: Strip, column: number, height: number, byId: ReadonlyMap<string, CardSize>): ArrangedCard[] {
  const natural = strip.ids.map((id) => byId.get(id)?.heightAt(strip.span) ?? 0);
  const gaps = (strip.ids.length - 1) * GRID.gutter;
  const scale = (height - gaps) / natural.reduce((sum, h) => sum + h, 0);
  let y = 0;
  return strip.ids.map((id, index) => {
    const last = index === strip.ids.length - 1;
    const h = last ? height - y : Math.floor((natural[index] ?? 0) * scale);
    const card = { id, column, span: strip.span, y, h };
    y += h + GRID.gutter;
    return card;
  });
}

/** The lowest arrangement of cards in so many columns, then stretched to `minHeight`. Order is kept from left to right. */
export function arrangeCards(cards: CardSize[], columns: number, minHeight = 0): Arrangement {
  if (cards.length === 0) return { height: minHeight, cards: [] };
  const byId = new Map(cards.map((card) => [card.id, card]));
  let low = 1;
  let high = cards.reduce((sum, card) => sum + card.heightAt(1) + GRID.gutter, 0);
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (stripsAt(cards, columns, middle)) high = middle;
    else low = middle + 1;
  }
  const strips = stripsAt(cards, columns, high) ?? [];
  widen(strips, columns, byId);
  const height = Math.max(minHeight, ...strips.map((strip) => stripHeight(strip, byId)));
  let column = 0;
  const placed = strips.flatMap((strip) => {
    const at = column;
    column += strip.span;
    return placeStrip(strip, at, height, byId);
  });
  return { height, cards: placed };
}
