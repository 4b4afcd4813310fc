import type { Template } from '../template/template';
import type { SchemaGraph } from './schema-graph';

/** The graph of what a template states: see SPEC.md. Pure and cheap (a few ms); build it once per template. */
export function buildGraph(template: Template): SchemaGraph {
  return {
    template,
    nodes: new Map(),
    children: new Map(),
    concerns: new Map(),
    edges: new Map(),
    out: new Map(),
    in: new Map(),
    statements: [],
    occurrences: [],
    layers: [],
    clusters: new Map(),
  };
}
