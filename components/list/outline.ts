import type { Block, Group, InterventionPoint, Layer, Point, Template } from '@/lib/domain/template/template';

export type PointNode = { point: Point; children: PointNode[] };
export type GroupNode = { group: Group; points: PointNode[] };
export type BlockNode = {
  block: Block;
  points: PointNode[];
  groups: GroupNode[];
  pointCount: number;
  concernedBy: InterventionPoint[];
};
export type LayerNode = {
  layer: Layer;
  blocks: BlockNode[];
  points: PointNode[];
  pointCount: number;
  concernedBy: InterventionPoint[];
};

type Child = { parentId: string; order: number };

function childrenByParent<Element extends Child>(elements: readonly Element[]): (parentId: string) => Element[] {
  const byParent = new Map<string, Element[]>();
  for (const element of [...elements].sort((a, b) => a.order - b.order)) {
    const siblings = byParent.get(element.parentId);
    if (siblings) siblings.push(element);
    else byParent.set(element.parentId, [element]);
  }
  return (parentId) => byParent.get(parentId) ?? [];
}

function countPoints(nodes: readonly PointNode[]): number {
  return nodes.reduce((sum, { children }) => sum + 1 + countPoints(children), 0);
}

/** Ids of these points and of what hangs below them, in reading order. */
export function pointIds(nodes: readonly PointNode[]): string[] {
  return nodes.flatMap(({ point, children }) => [point.id, ...pointIds(children)]);
}

/** Everything inside a block: its points, its groups and theirs. */
export function idsInBlock({ points, groups }: BlockNode): string[] {
  return [...pointIds(points), ...groups.flatMap(({ group, points: own }) => [group.id, ...pointIds(own)])];
}

/** The template as the tree a reader walks: layers bottom-up, their blocks, groups and points in the source's order. */
export function outlineTemplate(template: Template): LayerNode[] {
  const pointsOf = childrenByParent(template.points);
  const groupsOf = childrenByParent(template.groups);
  const blocksOf = childrenByParent(template.blocks);
  const concernedBy = (id: string) => template.interventionPoints.filter(({ concerns }) => concerns.includes(id));
  const pointNodes = (parentId: string): PointNode[] =>
    pointsOf(parentId).map((point) => ({ point, children: pointNodes(point.id) }));

  const blockNode = (block: Block): BlockNode => {
    const points = pointNodes(block.id);
    const groups = groupsOf(block.id).map((group) => ({ group, points: pointNodes(group.id) }));
    const ids = [block.id, ...groups.map(({ group }) => group.id)];
    return {
      block,
      points,
      groups,
      pointCount: countPoints(points) + groups.reduce((sum, group) => sum + countPoints(group.points), 0),
      concernedBy: template.interventionPoints.filter(({ concerns }) => concerns.some((id) => ids.includes(id))),
    };
  };
  return [...template.layers]
    .sort((a, b) => a.order - b.order)
    .map((layer) => {
      const blocks = blocksOf(layer.id).map(blockNode);
      const points = pointNodes(layer.id);
      const pointCount = countPoints(points) + blocks.reduce((sum, block) => sum + block.pointCount, 0);
      return { layer, blocks, points, pointCount, concernedBy: concernedBy(layer.id) };
    });
}
