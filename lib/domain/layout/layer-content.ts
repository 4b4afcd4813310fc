import { COLOUR_WORDS } from '../template/colour-words';
import type { Layer, Template } from '../template/template';
import type { CardSize } from './arrange-cards';
import { type BlockContent, type ContentItem, contentItems, measureBlock, pointLabel } from './block-content';
import type { Rect, TextBox } from './picture';
import { breakLines, textWidth } from './text-lines';
import { BALL, ESSENCE_SIZES, GRID, LAYER_TITLE_SIZES, TYPE } from './type-scale';

export type LayerContent = { layer: Layer; blocks: BlockContent[]; own: BlockContent | null };

/** For each layer its blocks with their points, and the points that hang directly under it. */
export function layerContents(template: Template, ballCounts: ReadonlyMap<string, number>): LayerContent[] {
  const children = new Map<string, (ContentItem & { order: number })[]>();
  const add = (parentId: string, item: ContentItem & { order: number }) =>
    children.set(parentId, [...(children.get(parentId) ?? []), item]);
  for (const point of template.points) {
    add(point.parentId, {
      type: 'point',
      id: point.id,
      parentId: point.parentId,
      label: pointLabel(point),
      kind: point.kind,
      level: 0,
      order: point.order,
    });
  }
  for (const group of template.groups)
    add(group.parentId, { type: 'group', id: group.id, label: group.label, order: group.order });
  for (const list of children.values()) list.sort((a, b) => kindRank(a) - kindRank(b) || a.order - b.order);
  return template.layers.map((layer) => {
    const blocks = template.blocks.filter((block) => block.parentId === layer.id).sort((a, b) => a.order - b.order);
    const own = contentItems(layer.id, children);
    return {
      layer,
      blocks: blocks.map((block) => ({
        id: block.id,
        layerId: layer.id,
        label: block.letter ? `${block.letter}. ${block.label}` : block.label,
        items: contentItems(block.id, children),
        ballCount: ballCounts.get(block.id) ?? 0,
      })),
      own:
        own.length > 0
          ? { id: layer.id, layerId: layer.id, label: '', items: own, ballCount: ballCounts.get(layer.id) ?? 0 }
          : null,
    };
  });
}

/** Loose points stand before the groups. */
const kindRank = (item: ContentItem): number => (item.type === 'point' ? 0 : 1);

export function cardsOf(content: LayerContent, columnWidth: number): (CardSize & { content: BlockContent })[] {
  const all = content.own ? [content.own, ...content.blocks] : content.blocks;
  return all.map((block) => {
    const known = new Map<number, number>();
    const heightAt = (span: number): number => {
      const height = known.get(span) ?? measureBlock(block, span, columnWidth);
      known.set(span, height);
      return height;
    };
    return { id: block.id, heightAt, content: block };
  });
}

const layerTag = (layer: Layer): string => `${layer.section} ${COLOUR_WORDS[layer.colour]}`;

const NARROW = 700;
const TAG_WIDTH = 250;
const TAG_HEIGHT = 40;

const titleWidth = (w: number): number =>
  w < NARROW ? w - 2 * GRID.layerPadding : w - 2 * GRID.layerPadding - TAG_WIDTH;
const tagRoom = (w: number): number => (w < NARROW ? TAG_HEIGHT : 0);

function titleLines(
  layer: Layer,
  w: number,
  depth: 'near' | 'middle',
): { lines: string[]; size: number; lineHeight: number } {
  const text = depth === 'near' ? layer.name : layer.essence;
  const longest = Math.max(...text.split(/\s+/u).map((word) => textWidth(word, 1, 'bold')));
  const size = Math.min(LAYER_TITLE_SIZES[depth], Math.floor(titleWidth(w) / longest));
  return { lines: breakLines(text, titleWidth(w), size, 'bold'), size, lineHeight: Math.round(size * 1.2) };
}

/** Height of the zone above a layer's cards. `layerBalls`: whether balls stand there too. */
export function titleZone(layer: Layer, w: number, hasBalls: boolean): number {
  const rows = (['near', 'middle'] as const).map((depth) => {
    const { lines, lineHeight } = titleLines(layer, w, depth);
    return lines.length * lineHeight;
  });
  const balls = hasBalls && w < NARROW ? BALL.middle + BALL.gap : 0;
  return Math.max(...rows) + tagRoom(w) + balls + 14;
}

export function titleBox(layer: Layer, rect: Rect, depth: 'near' | 'middle'): TextBox {
  const { lines, size, lineHeight } = titleLines(layer, rect.w, depth);
  const y = rect.y + GRID.layerPadding - 4 + tagRoom(rect.w);
  return {
    x: rect.x + GRID.layerPadding,
    y,
    w: titleWidth(rect.w),
    h: lines.length * lineHeight,
    lines,
    size,
    lineHeight,
    weight: 'bold',
  };
}

/** The section number and the colour's word; a row of its own in a narrow layer, else at the right end of the title. */
export function tagBox(layer: Layer, rect: Rect): TextBox {
  const { size, lineHeight } = TYPE.tag;
  const w = Math.ceil(textWidth(layerTag(layer), size, 'bold')) + 2;
  const x = rect.w < NARROW ? rect.x + GRID.layerPadding : rect.x + rect.w - GRID.layerPadding - w;
  return {
    x,
    y: rect.y + GRID.layerPadding - 2,
    w,
    h: lineHeight,
    lines: [layerTag(layer)],
    size,
    lineHeight,
    weight: 'bold',
  };
}

/** The largest size at which the essence fits in `room`, or the smallest there is. */
export function essenceSize(layer: Layer, room: { w: number; h: number }): number {
  const longest = Math.max(...layer.essence.split(/\s+/u).map((word) => textWidth(word, 1, 'bold')));
  const fits = ESSENCE_SIZES.find((size) => {
    if (longest * size > room.w) return false;
    return breakLines(layer.essence, room.w, size, 'bold').length * size * 1.14 + TYPE.farTag.lineHeight <= room.h;
  });
  return fits ?? ESSENCE_SIZES[ESSENCE_SIZES.length - 1] ?? 40;
}

/** The essence, with number and colour word under it, in the middle of its area. */
export function essenceBoxes(layer: Layer, area: Rect, size: number): { essence: TextBox; farTag: TextBox } {
  const lines = breakLines(layer.essence, area.w, size, 'bold');
  const lineHeight = Math.round(size * 1.14);
  const h = lines.length * lineHeight;
  const tag = {
    ...TYPE.farTag,
    size: Math.min(TYPE.farTag.size, Math.floor(area.w / textWidth(layerTag(layer), 1, 'regular'))),
  };
  const y = Math.round(area.y + (area.h - h - tag.lineHeight) / 2);
  return {
    essence: { x: area.x, y, w: area.w, h, lines, size, lineHeight, weight: 'bold' },
    farTag: { x: area.x, y: y + h, w: area.w, h: tag.lineHeight, lines: [layerTag(layer)], ...tag, weight: 'regular' },
  };
}
