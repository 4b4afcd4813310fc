import { z } from 'zod';
import { ok, type Result, refuse } from '../result';

/** [B3] Frozen when the round opens. Items are numbers of intervention points, in the order of the template. */
export const RoundRulesSchema = z.strictObject({
  method: z.literal('dots'),
  items: z.array(z.string().regex(/^\d+\.\d+$/)).min(1),
  /** dots a person may spend */
  budget: z.int().min(1),
  /** dots a person may put on one point */
  cap: z.int().min(1),
});
export type RoundRules = z.infer<typeof RoundRulesSchema>;

/** [V1] A cap above the budget would promise what nobody can do. */
export function composeRules(
  items: readonly string[],
  { budget, cap }: { budget: number; cap: number },
): Result<RoundRules, 'cap-over-budget'> {
  if (cap > budget) return refuse('cap-over-budget');
  return ok({ method: 'dots', items: [...items], budget, cap });
}
