import { isReadableLine } from '../people/readable-text';
import type { Template } from './template';
import type { TemplateProblem } from './template-problem';

const WORDS = new Set(['title', 'source', 'name', 'essence', 'label', 'left', 'right', 'text', 'emptyReason']);

/** Every text people will read, with its path. */
function textsIn(value: unknown, path: string): { text: string; path: string }[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]: [string, unknown]) => {
    const at = Array.isArray(value) ? `${path}[${key}]` : path === '' ? key : `${path}.${key}`;
    if (typeof inner === 'string') return WORDS.has(key) ? [{ text: inner, path: at }] : [];
    return textsIn(inner, at);
  });
}

export function unreadableTexts(template: Template): TemplateProblem[] {
  return textsIn(template, '').flatMap(({ text, path }) =>
    isReadableLine(text) ? [] : [{ rule: 'TP14', path, message: 'holds characters that cannot be seen' }],
  );
}
