import type { Template } from '../template/template';

export type InterventionsOn = {
  /** ids of intervention points on this very element */
  direct: string[];
  /** on something inside it */
  within: { interventionId: string; elementId: string }[];
  /** on the group, block or layer around it */
  around: { interventionId: string; elementId: string }[];
};

export type LinksBetween = {
  /** only pairs the template states */
  pairs: { from: string; to: string; relationId: string; label: string }[];
  /** what it says about the points in general */
  inWords: { relationId: string; label: string }[];
};

/** Intervention points on an element. Unknown id: empty lists. */
export function interventionsOn(_template: Template, _id: string): InterventionsOn {
  return { direct: [], within: [], around: [] };
}

/** What an intervention point concerns, in reading order. Unknown id: empty. */
export function concernsOf(_template: Template, _interventionId: string): string[] {
  return [];
}

/** What the template states between intervention points. */
export function linksBetween(_template: Template): LinksBetween {
  return { pairs: [], inWords: [] };
}
