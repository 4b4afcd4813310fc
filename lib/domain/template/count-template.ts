import type { PointKind, Template } from './template';
import { layerIdOf, parentIds } from './template-tree';

export type PointCounts = Record<PointKind, number> & { total: number };

export interface ElementCounts {
  blocks: number;
  groups: number;
  points: PointCounts;
  references: number;
}

export interface TemplateCounts {
  /** By section number, in the order of the layers. */
  layers: Record<string, ElementCounts>;
  total: ElementCounts;
}

function countPoints(kinds: readonly PointKind[]): PointCounts {
  const of = (kind: PointKind) => kinds.filter((other) => other === kind).length;
  return { point: of('point'), pair: of('pair'), example: of('example'), note: of('note'), total: kinds.length };
}

function countWhere(template: Template, belongs: (id: string) => boolean): ElementCounts {
  return {
    blocks: template.blocks.filter(({ id }) => belongs(id)).length,
    groups: template.groups.filter(({ id }) => belongs(id)).length,
    points: countPoints(template.points.filter(({ id }) => belongs(id)).map(({ kind }) => kind)),
    references: template.references.filter(({ parentId }) => belongs(parentId)).length,
  };
}

export function countTemplate(template: Template): TemplateCounts {
  const parents = parentIds(template);
  const layers = [...template.layers].sort((a, b) => a.order - b.order);
  return {
    layers: Object.fromEntries(
      layers.map(({ id, section }) => [section, countWhere(template, (other) => layerIdOf(parents, other) === id)]),
    ),
    total: countWhere(template, () => true),
  };
}
