import type { z } from 'zod';
import { danglingConcerns, danglingEndpoints, unreadableIds, wrongEdges, wrongPoles } from './link-rules';
import { cycles, danglingParents, duplicateIds, orderGaps, unexplainedEmptyBlocks } from './structure-rules';
import { MAX_ELEMENTS, MAX_LISTED, type Template, TemplateSchema } from './template';
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

const MAX_DEPTH = 12;
const DEEP: TemplateProblem = { rule: 'TP1', path: '', message: 'too deep', shape: { kind: 'other' } };

function isShallow(value: unknown, room = MAX_DEPTH): boolean {
  if (typeof value !== 'object' || value === null) return true;
  return room > 0 && Object.values(value).every((inner) => isShallow(inner, room - 1));
}

/** Looked at first: of a million wrong elements nobody reads a million mistakes. */
function tooMany(value: unknown, path: string): TemplateProblem[] {
  if (typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value) && value.length > MAX_ELEMENTS)
    return [{ rule: 'TP15', path, message: 'too many', shape: { kind: 'too-many', most: MAX_ELEMENTS } }];
  return Object.entries(value).flatMap(([key, inner]) => tooMany(inner, path === '' ? key : `${path}.${key}`));
}

function listed(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  const inside = Object.values(value).reduce((sum: number, inner) => sum + listed(inner), 0);
  return Array.isArray(value) ? value.length + inside : inside;
}

function tooManyTogether(value: unknown): TemplateProblem[] {
  const shape: ShapeProblem = { kind: 'too-many', most: MAX_LISTED };
  return listed(value) > MAX_LISTED ? [{ rule: 'TP15', path: '', message: 'too many in all', shape }] : [];
}

/** Every broken rule at once, so that whoever writes a template repairs it in one go. */
export function checkTemplate(input: unknown): TemplateCheck {
  const many = isShallow(input) ? [...tooMany(input, ''), ...tooManyTogether(input)] : [DEEP];
  if (many.length > 0) return { ok: false, problems: many };
  const parsed = TemplateSchema.safeParse(input);
  if (!parsed.success) return { ok: false, problems: parsed.error.issues.map(fromIssue) };
  const problems = RULES.flatMap((rule) => rule(parsed.data));
  return problems.length === 0 ? { ok: true, template: parsed.data } : { ok: false, problems };
}
