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

type Index = {
  anchorOf: ReadonlyMap<string, string>;
  elementOf: ReadonlyMap<string, string>;
  /** element id → itself and what it lies in, nearest first */
  paths: ReadonlyMap<string, readonly string[]>;
};

/** A version of a template never changes, and is one object for as long as the process lives. */
const indexes = new WeakMap<Template, Index>();

function indexOf(template: Template): Index {
  const known = indexes.get(template);
  if (known) return known;
  const anchorOf = anchorsOf(template);
  const parents = parentIds(template);
  const { layers, blocks, groups, points, interventionPoints } = template;
  const all = [...layers, ...blocks, ...groups, ...points, ...interventionPoints];
  const index = {
    anchorOf,
    elementOf: new Map([...anchorOf].map(([id, anchor]) => [anchor, id])),
    paths: new Map(all.map(({ id }) => [id, pathUp(parents, id).ids])),
  };
  indexes.set(template, index);
  return index;
}

/** Which places of the documents an element rests on; null when the template does not hold it. */
export function elementPlaces(template: Template, elementId: string): ElementPlaces | null {
  const { anchorOf, paths } = indexOf(template);
  const up = paths.get(elementId);
  if (!up) return null;
  const isWithin = (id: string): boolean => paths.get(id)?.includes(elementId) ?? false;
  const within = template.points.map(({ id }) => id).filter((id) => id !== elementId && isWithin(id));
  const anchors = [elementId, ...within].flatMap((id): [string, string][] => {
    const anchor = anchorOf.get(id);
    return anchor === undefined ? [] : [[anchor, id]];
  });
  const references = template.references.filter(({ parentId }) => up.includes(parentId) || isWithin(parentId));
  return { anchors: new Map(anchors), references: eachOnce(references) };
}

/** By anthology, then by chapter: where an element is mentioned twice, its chapter is still one chapter. */
function eachOnce(references: readonly Reference[]): Reference[] {
  const once = new Map(references.map((reference) => [`${reference.anthology}/${reference.chapter}`, reference]));
  return [...once.values()].sort((a, b) => a.anthology.localeCompare(b.anthology) || a.chapter - b.chapter);
}

/** Elements of a template by anchor. */
export function elementsByAnchor(template: Template): ReadonlyMap<string, string> {
  return indexOf(template).elementOf;
}
