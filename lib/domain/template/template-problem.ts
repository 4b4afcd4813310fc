/** How a value's shape differs, for a sentence in any language. */
export type ShapeProblem =
  | { kind: 'missing' | 'pattern' | 'empty' | 'too-large' | 'too-small' | 'other' }
  | { kind: 'type'; expected: string }
  | { kind: 'keys'; keys: string[] }
  | { kind: 'choice'; values: string[] }
  | { kind: 'too-long' | 'too-many'; most: number };

/** One broken rule of SPEC.md, with the place in the data. */
export interface TemplateProblem {
  rule: string;
  /** 'points[3].label', or with dots: 'points.3.label' */
  path: string;
  message: string;
  shape?: ShapeProblem;
  /** what should have been there instead */
  expected?: string;
}
