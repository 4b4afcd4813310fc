import type { Template } from '../template/template';

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
export function coverage(_opened: Readonly<Record<string, number>>, _template: Template): LayerCoverage[] {
  return [];
}
