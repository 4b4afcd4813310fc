import type { Template } from '../template/template';
import { schemaNodes } from './schema-nodes';

export type LayerCoverage = {
  layerId: string;
  /** the layer itself, its blocks and groups */
  headings: number;
  headingsUnopened: number;
  points: number;
  pointsUnopened: number;
  /** headings nobody opened, in reading order */
  unopened: string[];
};

/** Per layer, bottom first, what nobody opened. A heading counts as opened when something in it was. */
export function coverage(opened: Readonly<Record<string, number>>, template: Template): LayerCoverage[] {
  const { nodes, layers } = schemaNodes(template);
  const seen = new Set<string>();
  for (const { id, path } of nodes.values()) if ((opened[id] ?? 0) > 0) for (const at of [id, ...path]) seen.add(at);
  return layers.map((layerId) => {
    const inLayer = [...nodes.values()].filter((node) => node.layerId === layerId);
    const headings = inLayer.filter(({ kind }) => kind !== 'point');
    const points = inLayer.filter(({ kind }) => kind === 'point');
    const unopened = headings.filter(({ id }) => !seen.has(id)).map(({ id }) => id);
    return {
      layerId,
      headings: headings.length,
      headingsUnopened: unopened.length,
      points: points.length,
      pointsUnopened: points.filter(({ id }) => !seen.has(id)).length,
      unopened,
    };
  });
}
