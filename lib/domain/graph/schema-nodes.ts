import type { Template } from '../template/template';
import { parentIds, pathUp } from '../template/template-tree';
import { remember } from './remember';
import type { GraphNode, NodeKind } from './schema-graph';

type Item = { id: string; kind: NodeKind; label: string; parentId: string | null; order: number };

const byOrder = (a: { order: number }, b: { order: number }): number => a.order - b.order;

/** Points come before headings of the same parent: after a heading they would belong to it. */
function itemsOf(template: Template): Item[] {
  const of = (kind: NodeKind, list: readonly { id: string; parentId: string; label: string; order: number }[]) =>
    [...list].sort(byOrder).map(({ id, parentId, label, order }) => ({ id, kind, label, parentId, order }));
  const layers = [...template.layers].sort(byOrder);
  return [
    ...layers.map(({ id, name, order }) => ({ id, kind: 'layer' as const, label: name, parentId: null, order })),
    ...of('point', template.points),
    ...of('group', template.groups),
    ...of('block', template.blocks),
  ];
}

export type SchemaNodes = {
  nodes: Map<string, GraphNode>;
  children: Map<string, string[]>;
  /** layer ids, bottom first */
  layers: string[];
};

function readNodes(template: Template): SchemaNodes {
  const items = itemsOf(template);
  const byId = new Map(items.map((item) => [item.id, item]));
  const children = new Map<string, string[]>();
  for (const { id, parentId } of items) {
    if (parentId === null) continue;
    const siblings = children.get(parentId);
    if (siblings) siblings.push(id);
    else children.set(parentId, [id]);
  }
  const layers = items.filter(({ kind }) => kind === 'layer').map(({ id }) => id);
  const parents = parentIds(template);
  const nodes = new Map<string, GraphNode>();
  const visit = (id: string): void => {
    const item = byId.get(id);
    if (!item) return;
    const path = pathUp(parents, id).ids.slice(1).reverse();
    const node = { id, kind: item.kind, label: item.label, path, layerId: path[0] ?? id, order: nodes.size };
    nodes.set(id, node);
    for (const child of children.get(id) ?? []) visit(child);
  };
  for (const id of layers) visit(id);
  for (const { id, label } of interventionsInOrder(template))
    nodes.set(id, { id, kind: 'intervention', label, path: [], layerId: null, order: nodes.size });
  return { nodes, children, layers };
}

/** Every element and intervention point in reading order: a heading, then what is in it. */
export const schemaNodes = remember(readNodes);

/** By cluster, then by place in it. */
export function interventionsInOrder(template: Template): Template['interventionPoints'] {
  const numbers = new Map(template.clusters.map(({ id, number }) => [id, number]));
  const clusterOf = (id: string): number => numbers.get(id) ?? 0;
  return [...template.interventionPoints].sort(
    (a, b) => clusterOf(a.clusterId) - clusterOf(b.clusterId) || a.order - b.order,
  );
}
