/** Somebody else's schema: three layers, other ids, no clusters, one track. */
import { expect, it } from 'vitest';
import { layoutTemplate } from '@/lib/domain/layout/layout-template';
import { contains } from '@/lib/domain/layout/picture-index';
import type { Template } from '@/lib/domain/template/template';
import { nlCanvas } from '@/lib/messages/nl-canvas';
import { smallTemplate } from '../../support/small-template';

function threeLayers(): Template {
  const small = smallTemplate();
  const kept = new Set(['T1', 'T2', 'T4']);
  const named = (id: string): string => id.replace('T', 'water-');
  const blocks = small.blocks.filter(({ parentId }) => kept.has(parentId));
  const blockIds = new Set(blocks.map(({ id }) => id));
  return {
    ...small,
    layers: small.layers.filter(({ id }) => kept.has(id)).map((layer) => ({ ...layer, id: named(layer.id) })),
    blocks: blocks.map((block) => ({ ...block, id: named(block.id), parentId: named(block.parentId) })),
    groups: [],
    points: small.points
      .filter(({ parentId }) => blockIds.has(parentId))
      .map((point) => ({ ...point, id: named(point.id), parentId: named(point.parentId) })),
    clusters: [],
    interventionPoints: [],
    layerGraph: {
      upward: [
        ['water-1', 'water-2'],
        ['water-2', 'water-4'],
      ],
      downward: [],
      side: [],
    },
  };
}

const picture = layoutTemplate(threeLayers(), 1, nlCanvas.key);

it('[LT13] the one track is as wide as what lies under and above it', () => {
  expect(new Set(picture.layers.map(({ rect }) => rect.w)).size).toBe(1);
});

it('[LT13] nothing is left empty at the right', () => {
  const right = Math.max(picture.key.rect.x + picture.key.rect.w, ...picture.layers.map(({ rect }) => rect.x + rect.w));
  expect(picture.width - right).toBeLessThan(100);
});

it('[LT13] the key explains the arrows there are, and no balls', () => {
  expect(picture.key.farEntries.map(({ kind }) => kind)).toEqual(['up']);
  expect(picture.key.entries.map(({ kind }) => kind)).toEqual(['text', 'up']);
});

it('[LT3] everything lies on the board and in its layer', () => {
  const board = { x: 0, y: 0, w: picture.width, h: picture.height };
  for (const { rect } of picture.layers) expect(contains(board, rect.x + rect.w, rect.y + rect.h)).toBe(true);
  for (const block of picture.blocks) {
    const layer = picture.layers.find(({ id }) => id === block.layerId);
    expect(layer && contains(layer.rect, block.rect.x, block.rect.y)).toBe(true);
    expect(layer && contains(layer.rect, block.rect.x + block.rect.w, block.rect.y + block.rect.h)).toBe(true);
  }
});
