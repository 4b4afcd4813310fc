import type { z } from 'zod';
import { danglingConcerns, danglingEndpoints, unreadableIds, wrongEdges, wrongPoles } from './link-rules';
import { cycles, danglingParents, duplicateIds, orderGaps, unexplainedEmptyBlocks } from './structure-rules';
import { type Template, TemplateSchema } from './template';
import type { TemplateProblem } from './template-problem';

export type TemplateCheck = { ok: true; template: Template } | { ok: false; problems: TemplateProblem[] };

const RULES: readonly ((template: Template) => TemplateProblem[])[] = [
  duplicateIds,
  danglingParents,
  cycles,
  orderGaps,
  unexplainedEmptyBlocks,
  danglingConcerns,
  danglingEndpoints,
  unreadableIds,
  wrongPoles,
  wrongEdges,
];

function fromIssue({ code, path, message }: z.core.$ZodIssue): TemplateProblem {
  const tooLong = code === 'too_big';
  return { rule: tooLong ? 'TP2' : 'TP1', path: path.join('.'), message };
}

/** Every broken rule at once, so that whoever writes a template repairs it in one go. */
export function checkTemplate(input: unknown): TemplateCheck {
  const parsed = TemplateSchema.safeParse(input);
  if (!parsed.success) return { ok: false, problems: parsed.error.issues.map(fromIssue) };
  const problems = RULES.flatMap((rule) => rule(parsed.data));
  return problems.length === 0 ? { ok: true, template: parsed.data } : { ok: false, problems };
}
