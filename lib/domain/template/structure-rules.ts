import type { Template } from './template';
import type { TemplateProblem } from './template-problem';
import { parentIds, pathUp } from './template-tree';

interface Placed {
  id: string;
  order: number;
  parentId: string;
  path: string;
}

function placed(template: Template): Placed[] {
  const root = { parentId: '' };
  return [
    ...template.layers.map((layer, index) => ({ ...root, id: layer.id, order: layer.order, path: `layers[${index}]` })),
    ...template.clusters.map((cluster, index) => ({
      parentId: 'clusters',
      id: cluster.id,
      order: cluster.number,
      path: `clusters[${index}]`,
    })),
    ...(['blocks', 'groups', 'points'] as const).flatMap((name) =>
      template[name].map(({ id, order, parentId }, index) => ({ id, order, parentId, path: `${name}[${index}]` })),
    ),
    ...template.interventionPoints.map(({ id, order, clusterId }, index) => ({
      id,
      order,
      parentId: clusterId,
      path: `interventionPoints[${index}]`,
    })),
  ];
}

export function duplicateIds(template: Template): TemplateProblem[] {
  const seen = new Set<string>();
  const named = [
    ...placed(template),
    ...template.relations.map(({ id }, index) => ({ id, path: `relations[${index}]` })),
    ...template.references.map(({ id }, index) => ({ id, path: `references[${index}]` })),
  ];
  return named.flatMap(({ id, path }) => {
    if (seen.has(id)) return [{ rule: 'TP3', path: `${path}.id`, message: `id ${id} is used twice` }];
    seen.add(id);
    return [];
  });
}

const PARENTS = {
  blocks: ['layers'],
  groups: ['blocks'],
  points: ['layers', 'blocks', 'groups', 'points'],
  references: ['layers', 'blocks', 'groups'],
} as const;

export function danglingParents(template: Template): TemplateProblem[] {
  const clusterIds = new Set(template.clusters.map(({ id }) => id));
  const lostClusters = template.interventionPoints.flatMap(({ id, clusterId }, index) =>
    clusterIds.has(clusterId)
      ? []
      : [
          {
            rule: 'TP4',
            path: `interventionPoints[${index}].clusterId`,
            message: `${id} names no cluster: ${clusterId}`,
          },
        ],
  );
  const lost = (['blocks', 'groups', 'points', 'references'] as const).flatMap((name) => {
    const allowed = new Set(PARENTS[name].flatMap((parent) => template[parent].map(({ id }) => id)));
    return template[name].flatMap(({ id, parentId }, index) =>
      allowed.has(parentId)
        ? []
        : [
            {
              rule: 'TP4',
              path: `${name}[${index}].parentId`,
              message: `${id} hangs under ${parentId}, which cannot hold it`,
            },
          ],
    );
  });
  return [...lost, ...lostClusters];
}

export function cycles(template: Template): TemplateProblem[] {
  const parents = parentIds(template);
  return template.points.flatMap(({ id }, index) =>
    pathUp(parents, id).cyclic
      ? [{ rule: 'TP5', path: `points[${index}].parentId`, message: `${id} lies inside itself` }]
      : [],
  );
}

function families(template: Template): Placed[][] {
  const byParent = new Map<string, Placed[]>();
  for (const element of placed(template)) {
    const key = `${element.parentId}/${element.path.split('[')[0]}`;
    byParent.set(key, [...(byParent.get(key) ?? []), element]);
  }
  return [...byParent.values()];
}

export function orderGaps(template: Template): TemplateProblem[] {
  return families(template).flatMap((family) =>
    [...family]
      .sort((a, b) => a.order - b.order)
      .flatMap(({ order, path, parentId }, index) =>
        order === index + 1
          ? []
          : [
              {
                rule: 'TP6',
                path: `${path}.order`,
                message: `expected ${index + 1} under "${parentId}", found ${order}`,
                expected: String(index + 1),
              },
            ],
      ),
  );
}

export function unexplainedEmptyBlocks(template: Template): TemplateProblem[] {
  const filled = new Set([...template.groups, ...template.points].map(({ parentId }) => parentId));
  return template.blocks.flatMap(({ id, emptyReason }, index) => {
    const path = `blocks[${index}].emptyReason`;
    if (!filled.has(id) && emptyReason === undefined)
      return [{ rule: 'TP7', path, message: `${id} is empty without a reason` }];
    if (filled.has(id) && emptyReason !== undefined)
      return [{ rule: 'TP7', path, message: `${id} is not empty, yet gives a reason` }];
    return [];
  });
}
