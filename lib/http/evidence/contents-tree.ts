import type { ContentsNode } from '@/lib/api/evidence-contracts';
import type { SectionRow } from '@/lib/db/evidence-sections';

/** [ES3] The headings of a document as a tree; `quotes` counts what stands in a section and in all below it. */
export function contentsTree(sections: readonly SectionRow[]): ContentsNode[] {
  const nodes = new Map(
    sections.map(({ id, number, title, level, quotes }): [string, ContentsNode] => [
      id,
      { id, number, title, level, quotes, children: [] },
    ]),
  );
  const roots: ContentsNode[] = [];
  for (const { id, parentId } of sections) {
    const node = nodes.get(id);
    const parent = parentId === null ? undefined : nodes.get(parentId);
    if (node) (parent?.children ?? roots).push(node);
  }
  for (const root of roots) addUp(root);
  return roots;
}

function addUp(node: ContentsNode): number {
  for (const child of node.children) node.quotes += addUp(child);
  return node.quotes;
}

/** The headings above a section, chapter first. */
export function pathTo(sections: readonly SectionRow[], id: string): SectionRow[] {
  const byId = new Map(sections.map((section) => [section.id, section]));
  const path: SectionRow[] = [];
  for (let at = byId.get(byId.get(id)?.parentId ?? ''); at && !path.includes(at); at = byId.get(at.parentId ?? ''))
    path.unshift(at);
  return path;
}

/** A node of a tree by its id; null when it is not in it. */
export function findNode(nodes: readonly ContentsNode[], id: string): ContentsNode | null {
  for (const node of nodes) {
    const found = node.id === id ? node : findNode(node.children, id);
    if (found) return found;
  }
  return null;
}
