import type { SchemaGraph } from './schema-graph';

export type ElementNumber = {
  /** '5.1', '5.1.A', '5.1.A.1'; of a point the number of its heading; of an intervention point '1.3' */
  number: string;
  /** of a point its place under that heading: '3', or '3.1' below another point; otherwise null */
  ordinal: string | null;
  /** unique and short: the number, with the place of a point after it ('5.1.A.1 · 3') */
  spoken: string;
};

/** Ids say where an element stands (rule TP9), so its number is read from there. Unknown id: the id itself. */
export function elementNumber(graph: SchemaGraph, id: string): ElementNumber {
  const node = graph.nodes.get(id);
  if (!node) return { number: id, ordinal: null, spoken: id };
  const bare = id.replace(/^(L|IP)/, '');
  if (node.kind !== 'point') return { number: bare, ordinal: null, spoken: bare };
  const [heading = bare, ordinal = ''] = bare.split('.p');
  return { number: heading, ordinal, spoken: `${heading} · ${ordinal}` };
}
