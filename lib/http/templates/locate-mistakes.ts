import { findNodeAtLocation, type Node, type ParseError, parseTree } from 'jsonc-parser';
import { MAX_MISTAKES, type TemplateMistake } from '@/lib/api/template-contracts';
import type { TemplateProblem } from '@/lib/domain/template/template-problem';
import { mistakeSentence } from '@/lib/messages/nl-template';

/** A template is six deep; what is far deeper is made to break readers. */
const MAX_DEPTH = 60;
const STRICT = { disallowComments: true, allowTrailingComma: false, allowEmptyContent: false };

function lineFinder(text: string): (offset: number) => number {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return (offset) => {
    let [low, high] = [0, starts.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle + 1;
      else high = middle;
    }
    return low;
  };
}

/** How deep the brackets go; those in texts do not count. One pass, whatever the text is. */
function depthOf(text: string): number {
  let [depth, deepest, inText] = [0, 0, false];
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at];
    if (inText && sign === '\\') at += 1;
    else if (sign === '"') inText = !inText;
    else if (!inText && (sign === '[' || sign === '{')) deepest = Math.max(deepest, ++depth);
    else if (!inText && (sign === ']' || sign === '}')) depth -= 1;
  }
  return deepest;
}

const segmentsOf = (path: string) =>
  path
    .split(/[.[\]]+/)
    .filter(Boolean)
    .map((part) => (/^\d+$/.test(part) ? Number(part) : part));

/** The place itself, or the closest thing around it that is there. */
function closest(tree: Node, segments: readonly (string | number)[]): { node: Node; exact: boolean } {
  for (let length = segments.length; length > 0; length -= 1) {
    const node = findNodeAtLocation(tree, segments.slice(0, length));
    // A property starts at its name, which is where a person looks.
    if (node) return { node: node.parent?.type === 'property' ? node.parent : node, exact: length === segments.length };
  }
  return { node: tree, exact: segments.length === 0 };
}

/** A key that should not be there is a place of its own. */
const pathOf = ({ path, shape }: TemplateProblem) =>
  shape?.kind === 'keys' && shape.keys.length === 1 ? [...segmentsOf(path), shape.keys[0] ?? ''] : segmentsOf(path);

function wordAt(tree: Node, segments: (string | number)[]): string | null {
  const node = findNodeAtLocation(tree, segments);
  if (!node) return null;
  return node.value === undefined ? '…' : String(node.value).slice(0, 60);
}

/** [IM14] The mistakes of a template file with their lines, in the order of the file. */
export function locateMistakes(text: string, problems: readonly TemplateProblem[]): TemplateMistake[] {
  const tree = depthOf(text) > MAX_DEPTH ? undefined : parseTree(text);
  const lineAt = lineFinder(text);
  const mistakes = problems.map((problem): TemplateMistake => {
    const { rule, path, expected, shape } = problem;
    const segments = segmentsOf(path);
    const name = String(segments.findLast((part) => typeof part === 'string') ?? 'dit bestand');
    const value = tree ? wordAt(tree, segments) : null;
    const line = tree ? lineAt(closest(tree, pathOf(problem)).node.offset) : null;
    return { rule, line, path, sentence: mistakeSentence({ rule, name, value, expected, shape }) };
  });
  return mistakes.toSorted((left, right) => (left.line ?? 0) - (right.line ?? 0));
}

/** Where the file stops being JSON. */
export function locateSyntaxError(text: string): TemplateMistake {
  const errors: ParseError[] = [];
  if (depthOf(text) <= MAX_DEPTH) parseTree(text, errors, STRICT);
  const [first] = errors;
  const line = first ? lineFinder(text)(first.offset) : null;
  return { rule: 'JSON', line, path: '', sentence: mistakeSentence({ rule: 'JSON', name: '', value: null }) };
}

export const firstMistakes = (mistakes: TemplateMistake[]) => ({
  mistakes: mistakes.slice(0, MAX_MISTAKES),
  more: Math.max(0, mistakes.length - MAX_MISTAKES),
});
