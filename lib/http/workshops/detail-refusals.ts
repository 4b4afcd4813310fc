import type { FieldRefusals } from '../read-body';

/** The sentence per field of a workshop's form. */
export const DETAIL_REFUSALS = {
  title: 'title-length',
  purpose: 'purpose-length',
  perspectives: 'perspectives-length',
} as const satisfies FieldRefusals;
