import type { ParseRefusal } from './parse-refusal';
import type { SourceKind } from './parsed-source';

export type Recognised =
  | { ok: true; kind: SourceKind; slug: string }
  | { ok: false; refusal: Exclude<ParseRefusal, 'source-incomplete'> };

/** What a text is, by its content and not by its file name. `fileName` only names a source without a title. */
export function recogniseSource(text: string, _fileName: string): Recognised {
  return text.trim() === '' ? { ok: false, refusal: 'source-empty' } : { ok: false, refusal: 'source-unknown' };
}
