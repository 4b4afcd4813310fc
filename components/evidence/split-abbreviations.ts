import type { AbbreviationView } from '@/lib/api/evidence-contracts';

/** A piece of a text; `meaning` where it is an abbreviation to be explained. */
export type TextPart = { text: string; meaning: string | null };

const literal = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** One expression for a whole list; the longest first, so that 'GGDs' is not read as 'GGD'. Null for an empty list. */
export function abbreviationPattern(abbreviations: readonly AbbreviationView[]): RegExp | null {
  const words = abbreviations.map(({ abbreviation }) => abbreviation).filter((word) => word.trim() !== '');
  if (words.length === 0) return null;
  const choices = [...words].sort((a, b) => b.length - a.length).map(literal);
  // Whole words only, in letters of any language: 'VT' is not in 'VTA'.
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${choices.join('|')})(?![\\p{L}\\p{N}])`, 'gu');
}

/** [ES12] A text in parts: every abbreviation is explained where it first stands, and nowhere again. Never loses a character. */
export function splitAbbreviations(
  text: string,
  pattern: RegExp | null,
  meanings: ReadonlyMap<string, string>,
): TextPart[] {
  if (!pattern) return [{ text, meaning: null }];
  const parts: TextPart[] = [];
  const seen = new Set<string>();
  let from = 0;
  for (const { 0: word, index } of text.matchAll(pattern)) {
    const meaning = meanings.get(word);
    if (meaning === undefined || seen.has(word)) continue;
    seen.add(word);
    if (index > from) parts.push({ text: text.slice(from, index), meaning: null });
    parts.push({ text: word, meaning });
    from = index + word.length;
  }
  if (from < text.length) parts.push({ text: text.slice(from), meaning: null });
  return parts;
}
