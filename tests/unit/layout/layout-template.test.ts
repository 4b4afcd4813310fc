import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { layoutTemplate } from '@/lib/domain/layout/layout-template';
import type { Picture, PictureBlock, Rect, TextBox } from '@/lib/domain/layout/picture';
import { textWidth } from '@/lib/domain/layout/text-lines';
import type { Template } from '@/lib/domain/template/template';
import { nlCanvas } from '@/lib/messages/nl-canvas';
import { smallTemplate } from '../../support/small-template';

const seed = path.resolve(import.meta.dirname, '../../../prisma/templates/probleem-en-oorzakenschema.json');
const whole = JSON.parse(readFileSync(seed, 'utf8')) as Template;
const draw = (template: Template): Picture => layoutTemplate(template, 1, nlCanvas.key);

const overlap = (a: Rect, b: Rect): boolean => a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h;
const inside = (child: Rect, parent: Rect): boolean =>
  child.x >= parent.x &&
  child.y >= parent.y &&
  child.x + child.w <= parent.x + parent.w &&
  child.y + child.h <= parent.y + parent.h;

function overlaps(rects: (Rect & { id: string })[]): string[] {
  return rects.flatMap((a, at) =>
    rects
      .slice(at + 1)
      .filter((b) => overlap(a, b))
      .map((b) => `${a.id} × ${b.id}`),
  );
}

const cardsOf = (picture: Picture): PictureBlock[] => [
  ...picture.blocks,
  ...picture.layers.flatMap((layer) => (layer.ownCard ? [layer.ownCard] : [])),
];
const named = (items: { id: string; rect: Rect }[]): (Rect & { id: string })[] =>
  items.map(({ id, rect }) => ({ ...rect, id }));
const textsOf = (card: PictureBlock): TextBox[] => [
  card.heading,
  card.headline,
  ...card.groups.map((group) => group.text),
  ...card.points.map((point) => point.text),
];
const layerOf = (picture: Picture, id: string) => {
  const layer = picture.layers.find((one) => one.id === id);
  if (!layer) throw new Error(`no layer ${id}`);
  return layer;
};

describe.each([
  ['the whole schema', whole],
  ['a small template', smallTemplate()],
])('%s', (_name, template) => {
  const picture = draw(template);
  const cards = cardsOf(picture);

  it('[LT1] gives the same picture again, also when the lists stand in another order', () => {
    const shuffled: Template = {
      ...template,
      layers: [...template.layers].reverse(),
      blocks: [...template.blocks].reverse(),
      groups: [...template.groups].reverse(),
      points: [...template.points].reverse(),
    };
    expect(draw(template)).toEqual(picture);
    const again = draw(shuffled);
    const byId = <T extends { id: string }>(items: T[]): T[] => [...items].sort((a, b) => (a.id < b.id ? -1 : 1));
    expect(byId(again.blocks)).toEqual(byId(picture.blocks));
    expect(byId(again.layers)).toEqual(byId(picture.layers));
  });

  it('[LT2] overlaps no layers, cards, texts or balls', () => {
    expect(overlaps(named(picture.layers))).toEqual([]);
    expect(overlaps(named(cards))).toEqual([]);
    for (const card of cards) {
      const near = [card.heading, ...card.groups.map((group) => group.text), ...card.points.map((point) => point.text)];
      expect(overlaps(near.map((text, at) => ({ ...text, id: `${card.id} ${at}` })))).toEqual([]);
    }
    for (const balls of Object.values(picture.balls)) {
      expect(
        overlaps(
          balls.map(({ number, elementId, x, y, r }) => ({
            id: `${number} on ${elementId}`,
            x: x - r,
            y: y - r,
            w: 2 * r,
            h: 2 * r,
          })),
        ),
      ).toEqual([]);
    }
    expect(picture.layers.filter((layer) => overlap(layer.rect, picture.key.rect))).toEqual([]);
  });

  it('[LT2] keeps balls clear of headings and titles', () => {
    const boxes = [
      ...picture.balls.near.map((ball) => ({ ball, at: 'near' as const })),
      ...picture.balls.middle.map((ball) => ({ ball, at: 'middle' as const })),
    ];
    const hit = boxes.filter(({ ball, at }) => {
      const rect = { x: ball.x - ball.r, y: ball.y - ball.r, w: 2 * ball.r, h: 2 * ball.r };
      const card = cards.find((one) => one.id === ball.elementId);
      const text = card
        ? at === 'near'
          ? card.heading
          : card.headline
        : at === 'near'
          ? layerOf(picture, ball.elementId).title
          : layerOf(picture, ball.elementId).middleTitle;
      return overlap(rect, {
        ...text,
        w: Math.max(0, ...text.lines.map((line) => textWidth(line, text.size, text.weight))),
      });
    });
    expect(hit.map(({ ball, at }) => `${ball.number} ${ball.elementId} ${at}`)).toEqual([]);
  });

  it('[LT3] keeps children inside their parents', () => {
    const board = { x: 0, y: 0, w: picture.width, h: picture.height };
    for (const layer of picture.layers) {
      expect(inside(layer.rect, board), layer.id).toBe(true);
      for (const box of [layer.title, layer.middleTitle, layer.essence, layer.tag, layer.farTag])
        expect(inside(box, layer.rect), `${layer.id}: ${box.lines.join(' ')}`).toBe(true);
    }
    for (const card of cards) {
      expect(inside(card.rect, layerOf(picture, card.layerId).rect), card.id).toBe(true);
      for (const text of textsOf(card))
        expect(inside(text, card.rect), `${card.id}: ${text.lines.join(' ')}`).toBe(true);
    }
    expect(inside(picture.key.rect, board)).toBe(true);
    for (const entry of picture.key.entries) expect(inside(entry.text, picture.key.rect), entry.id).toBe(true);
    for (const entry of picture.key.farEntries) expect(inside(entry.text, picture.key.rect), entry.id).toBe(true);
  });

  it('[LT4] holds every element once', () => {
    const ids = (items: { id: string }[]): string[] => items.map((item) => item.id).sort();
    expect(ids(picture.layers)).toEqual(ids(template.layers));
    expect(ids(picture.blocks)).toEqual(ids(template.blocks));
    expect(ids(cards.flatMap((card) => card.groups))).toEqual(ids(template.groups));
    expect(ids(cards.flatMap((card) => card.points))).toEqual(ids(template.points));
  });

  it('[LT5] breaks every text so that nothing is cut off and no word is split', () => {
    const texts = [
      ...cards.flatMap(textsOf),
      ...picture.layers.flatMap((layer) => [layer.title, layer.middleTitle, layer.essence, layer.tag, layer.farTag]),
      ...picture.key.entries.map((entry) => entry.text),
      ...picture.key.farEntries.map((entry) => entry.text),
    ];
    const wide = texts.flatMap((text) =>
      text.lines.filter((line) => textWidth(line, text.size, text.weight) > text.w).map((line) => line),
    );
    expect(wide).toEqual([]);
    const labels = [...template.blocks, ...template.groups, ...template.points].map((element) => element.label);
    const words = new Set(labels.flatMap((label) => label.split(/[\s/-]+/u)));
    const shown = cards.flatMap((card) => textsOf(card).flatMap((text) => text.lines.join(' ').split(/[\s/-]+/u)));
    const poles = new Set(
      template.points.flatMap((point) =>
        point.poles ? `${point.poles.left} ${point.poles.right}`.split(/[\s/-]+/u) : [],
      ),
    );
    expect(shown.filter((word) => !words.has(word) && !poles.has(word) && !/^(–|[A-Z]+\.|)$/u.test(word))).toEqual([]);
  });

  it('[LT6] stands as the source says', () => {
    const on = (track: string) =>
      template.layers
        .filter((layer) => layer.track === track)
        .sort((a, b) => a.order - b.order)
        .map((layer) => layerOf(picture, layer.id).rect);
    const [base] = on('base');
    const [column] = on('column');
    const [corner] = on('corner');
    if (!base || !column || !corner) throw new Error('a track is missing');
    for (const track of ['left', 'right', 'across']) {
      const rects = on(track);
      rects.reduce((below, rect) => {
        expect(rect.y + rect.h).toBeLessThan(below.y);
        return rect;
      }, base);
    }
    const across = on('across');
    expect(across.every((rect) => rect.x === base.x && rect.w === base.w)).toBe(true);
    expect([column.y, column.y + column.h]).toEqual([
      Math.min(...picture.layers.map((layer) => layer.rect.y)),
      base.y + base.h,
    ]);
    expect(column.x).toBeGreaterThan(
      Math.max(...picture.layers.filter((layer) => layer.rect !== column).map((layer) => layer.rect.x + layer.rect.w)),
    );
    expect(corner.y + corner.h).toBe(base.y + base.h);
    expect(corner.x).toBeGreaterThan(base.x + base.w);
    const [left, right] = [on('left'), on('right')];
    expect(Math.min(...left.map((rect) => rect.y))).toBe(Math.min(...right.map((rect) => rect.y)));
  });

  it('[LT9] leads every arrow where it belongs', () => {
    for (const arrow of picture.arrows.filter((one) => one.family === 'up')) {
      const from = layerOf(picture, arrow.from).rect;
      const to = layerOf(picture, arrow.to).rect;
      expect(arrow.box.y).toBeGreaterThanOrEqual(to.y + to.h);
      expect(arrow.box.y + arrow.box.h).toBeLessThanOrEqual(from.y);
    }
    const harm = picture.arrows.filter((arrow) => arrow.family === 'harm-down');
    expect(harm.filter((arrow) => arrow.id.endsWith('left'))).toHaveLength(harm.length / 2);
    expect(harm.length).toBeGreaterThan(0);
    for (const arrow of harm)
      expect(
        picture.layers.filter((layer) => overlap(layer.rect, arrow.box)).map((layer) => layer.id),
        arrow.id,
      ).toEqual([]);
    const politics = picture.arrows.filter((arrow) => arrow.family === 'politics');
    expect(politics.map((arrow) => arrow.to)).toEqual([
      template.layers.filter((layer) => layer.track === 'right').sort((a, b) => a.order - b.order)[0]?.id,
    ]);
  });

  it('[LT10] puts one ball on each block or layer a point concerns', () => {
    const parents = new Map(
      [...template.blocks, ...template.groups, ...template.points].map((element) => [element.id, element.parentId]),
    );
    const carriers = new Set([...template.layers, ...template.blocks].map((element) => element.id));
    const up = (id: string): string => (carriers.has(id) ? id : up(parents.get(id) ?? 'nowhere'));
    const wanted = template.interventionPoints
      .flatMap((point) => [...new Set(point.concerns.map(up))].map((id) => `${point.number} ${id}`))
      .sort();
    for (const depth of ['near', 'middle'] as const)
      expect(picture.balls[depth].map((ball) => `${ball.number} ${ball.elementId}`).sort()).toEqual(wanted);
    const layerOfElement = (id: string): string => {
      const parent = parents.get(id);
      return parent === undefined ? id : layerOfElement(parent);
    };
    const far = new Set(
      wanted.map((entry) => {
        const [number = '', id = ''] = entry.split(' ');
        return `${number} ${layerOfElement(id)}`;
      }),
    );
    expect(picture.balls.far.map((ball) => `${ball.number} ${ball.elementId}`).sort()).toEqual([...far].sort());
  });

  it('[LT11] names number and colour of every layer', () => {
    for (const layer of template.layers) {
      const { tag, farTag } = layerOf(picture, layer.id);
      for (const box of [tag, farTag])
        expect(box.lines.join(' ')).toMatch(new RegExp(`^${layer.section} .*${layer.colour.split('-')[0]}`));
    }
  });
});

describe('the whole schema', () => {
  const picture = draw(whole);

  it('[LT7] is about 7:5, its tracks as 4 to 9 columns', () => {
    expect(picture.width / picture.height).toBeGreaterThan(1.3);
    expect(picture.width / picture.height).toBeLessThan(1.42);
    const ratio = layerOf(picture, 'L5.5').rect.w / layerOf(picture, 'L5.2').rect.w;
    expect(Math.abs(ratio - 9 / 4)).toBeLessThan(0.05);
  });

  it('[LT8] fills the bands: the lowest card of every column ends at the padding', () => {
    for (const layer of picture.layers) {
      const cards = cardsOf(picture).filter((card) => card.layerId === layer.id);
      const bottoms = cards.filter(
        (card) =>
          !cards.some(
            (other) =>
              other.rect.y > card.rect.y &&
              other.rect.x < card.rect.x + card.rect.w &&
              card.rect.x < other.rect.x + other.rect.w,
          ),
      );
      expect(new Set(bottoms.map((card) => card.rect.y + card.rect.h)), layer.id).toEqual(
        new Set([layer.rect.y + layer.rect.h - 20]),
      );
    }
  });

  it('[LT9] draws ten arrows up, harm from two layers at both sides, one of politics', () => {
    const count = (family: string): number => picture.arrows.filter((arrow) => arrow.family === family).length;
    expect([count('up'), count('harm-down'), count('politics')]).toEqual([10, 4, 1]);
  });
});
