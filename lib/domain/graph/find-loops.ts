import type { SchemaGraph } from './schema-graph';

export type Loop = {
  /** ids joined by '>': the same loop always has the same key */
  key: string;
  /** in order, from where the loop starts at the bottom; the last one leads back to the first. One id = a self-loop */
  elementIds: string[];
  edgeIds: string[];
  /** parts of layers on the same loop by another stated relation */
  alsoThrough: string[];
  /** for `nlGuide.loopName(name)`: numbers as people say them ('5.9'); `via` only where the name needs it to be unique */
  name: { from: string; backTo: string; via: string[]; self: boolean };
};

/** All loops (bounded, see SPEC.md), shortest first; remembered per graph. */
export function findLoops(_graph: SchemaGraph): readonly Loop[] {
  return [];
}

/** Loops on which an element lies; a part without a loop of its own lies on those of its layer. */
export function loopsThrough(_graph: SchemaGraph, _id: string): readonly Loop[] {
  return [];
}
