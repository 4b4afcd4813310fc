import type { Reference, Template } from '../template/template';
import type { DirectSteps } from './direct-steps';
import type { InterventionsOn } from './intervention-links';
import type { NodeKind, SchemaGraph } from './schema-graph';

export type Crumb = { id: string; kind: NodeKind | 'cluster'; number: string; label: string };

export type ElementFacts = {
  id: string;
  kind: NodeKind;
  label: string;
  /** '5.1', '5.1.A', '5.1.A.1'; of a point the number of its heading; of an intervention point '1.3' */
  number: string;
  /** of a point its place under the heading: '3' or '3.1'; otherwise null */
  ordinal: string | null;
  /** from the layer (or cluster) down to its parent */
  path: Crumb[];
  children: Crumb[];
  poles: { left: string; right: string } | null;
  emptyReason: string | null;
  restsOn: DirectSteps;
  leadsTo: DirectSteps;
  /** layers at which this pattern occurs; empty for what is no recursion */
  occursAt: string[];
  /** recursions stated to occur at this layer */
  recursionsHere: string[];
  interventions: InterventionsOn;
  /** of an intervention point: what it concerns */
  concerns: Crumb[];
  /** on the element itself */
  references: Reference[];
};

/** All a card says about one element or intervention point; null for an unknown id. */
export function describeElement(_template: Template, _graph: SchemaGraph, _id: string): ElementFacts | null {
  return null;
}
