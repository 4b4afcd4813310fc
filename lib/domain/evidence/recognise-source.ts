import { knownDocument, titleOfOther } from './known-document';
import type { ParseRefusal } from './parse-refusal';
import type { SourceKind } from './parsed-source';
import { startReading } from './reading';
import { hasTooManyLines, isNoise, looksLikeText } from './running-text';
import { textLines } from './text-lines';

export type Recognised =
  | { ok: true; kind: SourceKind; slug: string }
  | { ok: false; refusal: Exclude<ParseRefusal, 'source-incomplete'> };

/** What a text is, by its content and not by its file name. `fileName` only names a source without a title. */
export function recogniseSource(text: string, fileName: string): Recognised {
  const unreadable = unreadableBecause(text);
  if (unreadable) return { ok: false, refusal: unreadable };
  const lines = textLines(text);
  const known = knownDocument(lines);
  if (known) return { ok: true, kind: known.kind, slug: known.slug };
  const { outline, marked, body } = startReading(lines);
  if (outline.size === 0 && !marked) return { ok: false, refusal: 'source-unknown' };
  const title = body.find(({ depth }) => depth > 0)?.text ?? null;
  return { ok: true, kind: 'other', slug: titleOfOther(text, title, fileName).slug };
}

/** Why nothing in a text can be read, or null. */
export function unreadableBecause(text: string): Exclude<ParseRefusal, 'source-incomplete'> | null {
  if (!/[^\s\u200b-\u200d\u2060\ufeff]/.test(text)) return 'source-empty';
  if (isNoise(text) || !looksLikeText(text)) return 'source-not-text';
  return hasTooManyLines(text) ? 'source-unknown' : null;
}
