import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { layerLinks } from '@/components/list/layer-links';
import { outlineTemplate, type PointNode } from '@/components/list/outline';
import { TemplateSchema } from '@/lib/domain/template/template';

const file = path.resolve(import.meta.dirname, '../../../prisma/templates/probleem-en-oorzakenschema.json');
const template = TemplateSchema.parse(JSON.parse(readFileSync(file, 'utf8')));

function idsOf(nodes: readonly PointNode[]): string[] {
  return nodes.flatMap(({ point, children }) => [point.id, ...idsOf(children)]);
}

it('[Q1] holds every block, group and point once', () => {
  const layers = outlineTemplate(template);
  const blocks = layers.flatMap((layer) => layer.blocks);
  const groups = blocks.flatMap((block) => block.groups);
  const points = [
    ...layers.flatMap((layer) => idsOf(layer.points)),
    ...blocks.flatMap((block) => idsOf(block.points)),
    ...groups.flatMap((group) => idsOf(group.points)),
  ];
  expect(layers.map(({ layer }) => layer.section)).toEqual(Array.from({ length: 12 }, (_, index) => `5.${index + 1}`));
  expect(blocks.map(({ block }) => block.id).sort()).toEqual(template.blocks.map(({ id }) => id).sort());
  expect(groups.map(({ group }) => group.id).sort()).toEqual(template.groups.map(({ id }) => id).sort());
  expect(points.sort()).toEqual(template.points.map(({ id }) => id).sort());
  expect(layers.reduce((sum, { pointCount }) => sum + pointCount, 0)).toBe(template.points.length);
});

it('[Q1] puts what hangs below a group or a point below it', () => {
  const blocks = outlineTemplate(template).flatMap((layer) => layer.blocks);
  for (const { block, groups } of blocks) {
    for (const { group, points } of groups) {
      expect(group.parentId).toBe(block.id);
      expect(points.every(({ point }) => point.parentId === group.id)).toBe(true);
    }
  }
});

it('[Q2] can read an upward arrow from both ends', () => {
  const layer = (section: string) => {
    const found = template.layers.find((other) => other.section === section);
    if (!found) throw new Error(`no layer ${section}`);
    return found;
  };
  const names = (ends: ReturnType<typeof layerLinks>['leadsTo']) =>
    ends.map((end) => ('layer' in end ? end.layer.section : end.text));
  expect(names(layerLinks(template, layer('5.1')).leadsTo)).toEqual(['5.2', '5.5']);
  expect(names(layerLinks(template, layer('5.2')).comesFrom)).toEqual(expect.arrayContaining(['5.1', '5.9', '5.10']));
  expect(names(layerLinks(template, layer('5.9')).leadsTo)).toEqual([
    '5.10',
    'het spoor van individu en gezin',
    'het spoor van zorg en bescherming',
  ]);
  expect(names(layerLinks(template, layer('5.11')).worksOn)).toEqual(['het hele schema']);
  expect(names(layerLinks(template, layer('5.5')).getsFrom)).toEqual(['5.11', '5.12']);
});

it('[Q2] names every arrow at both of its ends', () => {
  const { upward, downward, side } = template.layerGraph ?? { upward: [], downward: [], side: [] };
  const all = template.layers.map((layer) => layerLinks(template, layer));
  const single = (arrows: [string, string][]) =>
    arrows.filter(([, to]) => template.layers.some(({ id }) => id === to)).length;
  expect(all.reduce((sum, links) => sum + links.leadsTo.length, 0)).toBe(upward.length + downward.length);
  expect(all.reduce((sum, links) => sum + links.worksOn.length, 0)).toBe(side.length);
  expect(all.reduce((sum, links) => sum + links.comesFrom.length, 0)).toBeGreaterThan(single([...upward, ...downward]));
});
