import type { Template } from './template';

/** id → parent id, for everything that hangs below a layer. */
export function parentIds(template: Template): Map<string, string> {
  const parents = new Map<string, string>();
  for (const element of [...template.blocks, ...template.groups, ...template.points]) {
    if (!parents.has(element.id)) parents.set(element.id, element.parentId);
  }
  return parents;
}

/** From an element up to its layer; ends at a missing parent, and says so when it runs in a circle. */
export function pathUp(parents: ReadonlyMap<string, string>, id: string): { ids: string[]; cyclic: boolean } {
  const ids = new Set<string>();
  for (let at: string | undefined = id; at !== undefined; at = parents.get(at)) {
    if (ids.has(at)) return { ids: [...ids], cyclic: true };
    ids.add(at);
  }
  return { ids: [...ids], cyclic: false };
}

/** The id of the layer an element belongs to; a layer belongs to itself. */
export function layerIdOf(parents: ReadonlyMap<string, string>, id: string): string {
  return pathUp(parents, id).ids.at(-1) ?? id;
}
