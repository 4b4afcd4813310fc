import { isReadableLine, isReadableText, normalizeLine, normalizeLines } from '../people/readable-text';
import { ok, type Result, refuse } from '../result';

type Fields = Readonly<Record<string, string>>;

/**
 * [MP4] Every text in the form it is kept, or a refusal when one holds what cannot be seen. `lines` are single lines
 * and not empty; `texts` may have several lines, or none.
 */
export function checkMapText<Lines extends Fields, Texts extends Fields>(
  lines: Lines,
  texts: Texts,
): Result<Record<keyof Lines | keyof Texts, string>, 'map-text-characters'> {
  const single = Object.entries(lines).map(([name, text]) => [name, normalizeLine(text)] as const);
  const several = Object.entries(texts).map(([name, text]) => [name, normalizeLines(text)] as const);
  const isReadable =
    single.every(([, text]) => isReadableLine(text)) && several.every(([, text]) => isReadableText(text));
  if (!isReadable) return refuse('map-text-characters');
  return ok(Object.fromEntries([...single, ...several]) as Record<keyof Lines | keyof Texts, string>);
}
