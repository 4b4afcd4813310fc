import type { ParseRefusal } from './parse-refusal';
import type { ParsedSource } from './parsed-source';
import { recogniseSource } from './recognise-source';

export type ParseOutcome = { ok: true; source: ParsedSource } | { ok: false; refusal: ParseRefusal };

/** Reads a whole text. Never throws; the same text gives the same outcome. */
export function parseSource(text: string, fileName: string): ParseOutcome {
  const recognised = recogniseSource(text, fileName);
  return recognised.ok ? { ok: false, refusal: 'source-incomplete' } : recognised;
}
