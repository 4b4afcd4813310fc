import type { z } from 'zod';
import { danglingConcerns, danglingEndpoints, unreadableIds, wrongEdges, wrongPoles } from './link-rules';
import { cycles, danglingParents, duplicateIds, orderGaps, unexplainedEmptyBlocks } from './structure-rules';
import { type Template, TemplateSchema } from './template';
import type { ShapeProblem, TemplateProblem } from './template-problem';
import { unreadableTexts } from './text-rules';

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
  unreadableTexts,
];

const EMPTY: ShapeProblem = { kind: 'empty' };

function shapeOf(issue: z.core.$ZodIssue): ShapeProblem {
  switch (issue.code) {
    case 'invalid_type':
      return issue.message.endsWith('received undefined')
        ? { kind: 'missing' }
        : { kind: 'type', expected: issue.expected };
    case 'unrecognized_keys':
      return { kind: 'keys', keys: issue.keys };
    case 'invalid_value':
      return { kind: 'choice', values: issue.values.map(String) };
    case 'invalid_format':
      return { kind: 'pattern' };
    case 'too_small':
      return issue.origin === 'string' || issue.origin === 'array' ? EMPTY : { kind: 'too-small' };
    case 'too_big':
      if (issue.origin === 'string') return { kind: 'too-long', most: Number(issue.maximum) };
      return issue.origin === 'array' ? { kind: 'too-many', most: Number(issue.maximum) } : { kind: 'too-large' };
    default:
      return { kind: 'other' };
  }
}

function fromIssue(issue: z.core.$ZodIssue): TemplateProblem {
  const shape = shapeOf(issue);
  return { rule: shape.kind === 'too-long' ? 'TP2' : 'TP1', path: issue.path.join('.'), message: issue.message, shape };
}

/** Every broken rule at once, so that whoever writes a template repairs it in one go. */
export function checkTemplate(input: unknown): TemplateCheck {
  const parsed = TemplateSchema.safeParse(input);
  if (!parsed.success) return { ok: false, problems: parsed.error.issues.map(fromIssue) };
  const problems = RULES.flatMap((rule) => rule(parsed.data));
  return problems.length === 0 ? { ok: true, template: parsed.data } : { ok: false, problems };
}
