import type { Locator, Template } from '../template/template';

/**
 * The address of a place in Bijlage E or in the list of intervention points, apart from any one template: the n-th bullet
 * or heading of a section. `ordinal` counts as in the template's locators.
 */
export const pointAnchor = (section: string, ordinal: number): string => `point/${section}/${ordinal}`;
export const headingAnchor = (section: string, ordinal: number): string => `heading/${section}/${ordinal}`;
/** `number` as in the report: '1.1' … '5.6' */
export const interventionAnchor = (number: string): string => `intervention/${number}`;
/** a chapter of the anthology Problemen en oorzaken */
export const chapterAnchor = (chapter: number): string => `chapter/${chapter}`;

const inAnalysis = ({ document }: Locator): boolean => document === 'bijlage-e';

/** Anchors of every element of a template, by element id. Layers are heading 0 of their section. */
export function anchorsOf(template: Template): Map<string, string> {
  const headings = [...template.layers, ...template.blocks, ...template.groups];
  return new Map([
    ...headings
      .filter(({ locator }) => inAnalysis(locator))
      .map(({ id, locator }) => [id, headingAnchor(locator.section, locator.ordinal)] as const),
    ...template.points
      .filter(({ locator }) => inAnalysis(locator))
      .map(({ id, locator }) => [id, pointAnchor(locator.section, locator.ordinal)] as const),
    ...template.interventionPoints.map(({ id, number }) => [id, interventionAnchor(number)] as const),
  ]);
}
