import type { TextLine } from './text-lines';

export type Wrapping = {
  /** lines were broken at the width of a page */
  wrapped: boolean;
  continues: (line: string, next: string) => boolean;
  /** over the number of a page or the end of it */
  crosses: (line: string) => boolean;
};

/** No page is wider, no text column narrower than this. In characters. */
const WIDEST = 140;
const NARROWEST = 55;
const LEAST_PAIRS = 3;
/** A line this full was broken by the page, not by the writer. */
const FULL = 0.72;
/** Where the first word of the next line had fitted behind a line, the writer broke it. */
const ROOM = 0.94;
const FEW_BLANKS = 0.1;
const NUMBERED = /^(?:hoofdstuk \d|\d{1,2}\.(?:\d|\s))/i;
const STARTS_LOW = /^[('"‘“]?[a-zà-öø-ÿ]/;
const ENDS = /[.?!:;][)\]'’"”*]*$/;
/** 'jeugd- en gezinshulp' keeps its hyphen. */
const KEEPS_HYPHEN = /^(?:en|of|tot|naar|dan|noch|als|maar|in|op|om)\b/;

function quantile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

/** A line that may be the end of a sentence. */
export const isEnded = (line: string): boolean => ENDS.test(line.slice(-8));

const NEVER: Wrapping = { wrapped: false, continues: () => false, crosses: () => false };

/** How the lines of a text were broken. */
export function wrappingOf(lines: readonly TextLine[]): Wrapping {
  const lengths = lines.flatMap(({ text }) => (text === '' ? [] : [text.length])).sort((a, b) => a - b);
  const width = quantile(lengths, 0.9);
  if (quantile(lengths, 0.99) > WIDEST || width < NARROWEST) return NEVER;
  const full = (text: string) => text.length >= width * FULL;
  const pairs = lines.filter(({ text }, index) => full(text) && (lines[index + 1]?.text ?? '') !== '').length;
  if (pairs < LEAST_PAIRS) return NEVER;
  const isDense = lines.length - lengths.length < lengths.length * FEW_BLANKS;
  const widest = quantile(lengths, 0.99);
  const hasRoom = (line: string, next: string) =>
    line.length + 1 + next.indexOf(' ') <= widest * (isEnded(line) ? 1 : ROOM);
  const continues = (line: string, next: string): boolean => {
    if (STARTS_LOW.test(next)) return true;
    if (NUMBERED.test(line) || NUMBERED.test(next) || !full(line)) return false;
    // Without blank lines between paragraphs only the room that a line has left tells where one ends.
    return isDense ? !hasRoom(line, next) : !isEnded(line) || line.length >= width * 0.8;
  };
  return { wrapped: true, continues, crosses: (line) => full(line) && !isEnded(line) && !NUMBERED.test(line) };
}

/** Lines of one paragraph as running text; a word broken at the end of a line is made whole. */
export function joinLines(parts: readonly string[]): string {
  let joined = parts[0] ?? '';
  const done: string[] = [];
  for (const part of parts.slice(1)) {
    if (part.startsWith('\u00ad')) joined += part.slice(1);
    else if (/[a-zà-ÿ]-$/.test(joined.slice(-2)) && /^[a-zà-ÿ]/.test(part) && !KEEPS_HYPHEN.test(part))
      joined = joined.slice(0, -1) + part;
    else {
      done.push(joined);
      joined = part;
    }
  }
  return [...done, joined].join(' ');
}
