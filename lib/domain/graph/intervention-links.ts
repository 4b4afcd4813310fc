import type { Template } from '../template/template';
import { namesASet, refsOf } from './relation-ends';
import { interventionsInOrder, schemaNodes } from './schema-nodes';

export type InterventionsOn = {
  /** ids of intervention points on this very element */
  direct: string[];
  /** on something inside it */
  within: { interventionId: string; elementId: string }[];
  /** on the group, block or layer around it */
  around: { interventionId: string; elementId: string }[];
};

export type LinksBetween = {
  /** only pairs the template states */
  pairs: { from: string; to: string; relationId: string; label: string }[];
  /** what it says about the points in general */
  inWords: { relationId: string; label: string }[];
};

/** Intervention points on an element, in the order of their clusters. Unknown id: empty lists. */
export function interventionsOn(template: Template, id: string): InterventionsOn {
  const { nodes } = schemaNodes(template);
  const around = new Set(nodes.get(id)?.path);
  const found: InterventionsOn = { direct: [], within: [], around: [] };
  for (const { id: interventionId, concerns } of interventionsInOrder(template)) {
    for (const elementId of new Set(concerns)) {
      if (elementId === id) found.direct.push(interventionId);
      else if (around.has(elementId)) found.around.push({ interventionId, elementId });
      else if (nodes.get(elementId)?.path.includes(id)) found.within.push({ interventionId, elementId });
    }
  }
  return found;
}

/** What an intervention point concerns, in reading order. Unknown id: empty. */
export function concernsOf(template: Template, interventionId: string): string[] {
  const concerns = new Set(template.interventionPoints.find(({ id }) => id === interventionId)?.concerns);
  return concerns.size === 0 ? [] : [...schemaNodes(template).nodes.keys()].filter((id) => concerns.has(id));
}

/** Pairs of points, of the report or of the group, that concern the same element. Help for the eye; nobody stated it. */
export function samePlacePairs(points: readonly { id: string; concerns: readonly string[] }[]): [string, string][] {
  return points.flatMap(({ id, concerns }, at) =>
    points
      .slice(at + 1)
      .filter((other) => other.concerns.some((one) => concerns.includes(one)))
      .map((other): [string, string] => [id, other.id]),
  );
}

/** What the template states between intervention points: shared blocks are no link. */
export function linksBetween(template: Template): LinksBetween {
  const known = new Set(template.interventionPoints.map(({ id }) => id));
  const said = template.relations.filter(({ kind }) => kind === 'between-intervention-points');
  const pairs = said.flatMap(({ id, label, from, to }) =>
    refsOf(from)
      .filter((ref) => known.has(ref))
      .flatMap((first) =>
        refsOf(to)
          .filter((ref) => known.has(ref))
          .map((second) => ({ from: first, to: second, relationId: id, label })),
      ),
  );
  const inWords = said.filter(({ from, to }) => namesASet(from) || namesASet(to));
  return { pairs, inWords: inWords.map(({ id, label }) => ({ relationId: id, label })) };
}
