import { ELEMENT_SETS, KINDS_WITHOUT_EDGE, type Point, type Template } from './template';
import type { TemplateProblem } from './template-problem';

function elementIds(template: Template): Set<string> {
  return new Set([...template.layers, ...template.blocks, ...template.groups, ...template.points].map(({ id }) => id));
}

export function danglingConcerns(template: Template): TemplateProblem[] {
  const known = elementIds(template);
  return template.interventionPoints.flatMap(({ id, concerns }, index) =>
    concerns.flatMap((concern, at) =>
      known.has(concern)
        ? []
        : [
            {
              rule: 'TP8',
              path: `interventionPoints[${index}].concerns[${at}]`,
              message: `${id} concerns ${concern}, which does not exist`,
            },
          ],
    ),
  );
}

export function danglingEndpoints(template: Template): TemplateProblem[] {
  const known = new Set<string>([...elementIds(template), ...ELEMENT_SETS]);
  const arrows = (['upward', 'downward', 'side'] as const).flatMap((name) =>
    (template.layerGraph?.[name] ?? []).flatMap((pair, index) =>
      pair.map((ref, at) => ({ ref, path: `layerGraph.${name}[${index}][${at}]` })),
    ),
  );
  const ends = template.relations.flatMap((relation, index) =>
    (['from', 'to'] as const).flatMap((side) =>
      relation[side].flatMap((end, at) =>
        'ref' in end ? [{ ref: end.ref, path: `relations[${index}].${side}[${at}]` }] : [],
      ),
    ),
  );
  return [...ends, ...arrows].flatMap(({ ref, path }) =>
    known.has(ref) ? [] : [{ rule: 'TP8', path, message: `${ref} does not exist` }],
  );
}

export function wrongEdges(template: Template): TemplateProblem[] {
  return template.relations.flatMap(({ id, kind, edge, from, to }, index) => {
    const path = `relations[${index}].edge`;
    if (edge && KINDS_WITHOUT_EDGE.includes(kind))
      return [{ rule: 'TP11', path, message: `${id}: a ${kind} is no edge` }];
    if (edge && [...from, ...to].some((end) => 'text' in end))
      return [{ rule: 'TP11', path, message: `${id}: an edge runs between elements, not texts` }];
    return [];
  });
}

export function wrongPoles(template: Template): TemplateProblem[] {
  return template.points.flatMap(({ id, kind, poles }, index) =>
    (kind === 'pair') === (poles !== undefined)
      ? []
      : [{ rule: 'TP10', path: `points[${index}].poles`, message: `${id} is a ${kind}; only a pair has poles` }],
  );
}

function pointId({ parentId, order }: Point, pointIds: ReadonlySet<string>): string {
  return pointIds.has(parentId) ? `${parentId}.${order}` : `${parentId}.p${order}`;
}

/** Ids are addresses people share, so they must say where an element stands. */
export function unreadableIds(template: Template): TemplateProblem[] {
  const pointIds = new Set(template.points.map(({ id }) => id));
  const expected = [
    ...template.layers.map(({ id, section }, index) => ({ id, wanted: `L${section}`, path: `layers[${index}].id` })),
    ...template.blocks.map(({ id, parentId, letter, order }, index) => ({
      id,
      wanted: `${parentId}.${letter ?? order}`,
      path: `blocks[${index}].id`,
    })),
    ...template.groups.map(({ id, parentId, order }, index) => ({
      id,
      wanted: `${parentId}.${order}`,
      path: `groups[${index}].id`,
    })),
    ...template.points.map((point, index) => ({
      id: point.id,
      wanted: pointId(point, pointIds),
      path: `points[${index}].id`,
    })),
    ...template.clusters.map(({ id, number }, index) => ({ id, wanted: `C${number}`, path: `clusters[${index}].id` })),
    ...template.interventionPoints.map(({ id, clusterId, order }, index) => ({
      id,
      wanted: `IP${clusterId.slice(1)}.${order}`,
      path: `interventionPoints[${index}].id`,
    })),
  ];
  return expected.flatMap(({ id, wanted, path }) =>
    id === wanted ? [] : [{ rule: 'TP9', path, message: `expected ${wanted}, found ${id}`, expected: wanted }],
  );
}
