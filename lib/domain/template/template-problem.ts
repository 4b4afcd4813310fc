/** One broken rule of SPEC.md, with the place in the data. */
export interface TemplateProblem {
  rule: string;
  path: string;
  message: string;
}
