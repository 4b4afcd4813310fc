import { anchorsOf } from '@/lib/domain/evidence/anchor';
import type { Reference, Template } from '@/lib/domain/template/template';
import { parentIds, pathUp } from '@/lib/domain/template/template-tree';

/** What an element asks of the sources. */
export type ElementPlaces = {
  /** anchor → id of the element it belongs to: the element itself, then the points in it */
  anchors: Map<string, string>;
  /** chapters of the element, of what lies in it and of what it lies in; each once */
  references: Reference[];
};

/** Which places of the documents an element rests on; null when the template does not hold it. */
export function elementPlaces(template: Template, elementId: string): ElementPlaces | null {
  const known = anchorsOf(template);
  const ids = [...template.layers, ...template.blocks, ...template.groups, ...template.points];
  const all = [...ids, ...template.interventionPoints];
  if (!all.some(({ id }) => id === elementId)) return null;
  const parents = parentIds(template);
  const up = new Set(pathUp(parents, elementId).ids);
  const isWithin = (id: string): boolean => pathUp(parents, id).ids.includes(elementId);
  const wanted = [elementId, ...template.points.map(({ id }) => id).filter((id) => id !== elementId && isWithin(id))];
  const anchors = wanted.flatMap((id): [string, string][] => {
    const anchor = known.get(id);
    return anchor === undefined ? [] : [[anchor, id]];
  });
  const references = template.references.filter(({ parentId }) => up.has(parentId) || isWithin(parentId));
  return { anchors: new Map(anchors), references: eachOnce(references) };
}

/** By anthology, then by chapter: where an element is mentioned twice, its chapter is still one chapter. */
function eachOnce(references: readonly Reference[]): Reference[] {
  const once = new Map(references.map((reference) => [`${reference.anthology}/${reference.chapter}`, reference]));
  return [...once.values()].sort((a, b) => a.anthology.localeCompare(b.anthology) || a.chapter - b.chapter);
}

/** Elements of a template by anchor. */
export function elementsByAnchor(template: Template): Map<string, string> {
  return new Map([...anchorsOf(template)].map(([id, anchor]) => [anchor, id]));
}
