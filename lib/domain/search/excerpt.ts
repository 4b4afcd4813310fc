import { wordsOf } from './query-words';

type Excerpt = { excerpt: string; marks: [number, number][] };

const LENGTH = 160;
/** What stands before the first find. */
const LEAD = 50;
const CUT = '…';

/** The next place where a word begins, or ends, near `at`; words that are longer than that are cut. */
function wordEdge(text: string, at: number, step: 1 | -1): number {
  if (at <= 0) return 0;
  if (at >= text.length) return text.length;
  for (let moved = 0; moved < 30; moved += 1) {
    const place = at + moved * step;
    if (place <= 0 || place >= text.length) return Math.max(0, Math.min(text.length, place));
    if (/\s/.test(text[place - (step === 1 ? 1 : 0)] ?? '')) return place;
  }
  // Not through the middle of a character of two units.
  return /[\uDC00-\uDFFF]/.test(text[at] ?? '') ? at + 1 : at;
}

/** [SR6] A piece of plain text around the first find, on one line; `marks` are the finds in it, as [from, to). */
export function excerptOf(text: string, isFound: (word: string) => boolean): Excerpt {
  const line = text.replace(/\s/g, ' ');
  const finds = [...wordsOf(line)].filter(({ word }) => isFound(word));
  const first = finds[0]?.from ?? 0;
  const from = line.length <= LENGTH ? 0 : wordEdge(line, Math.min(first - LEAD, line.length - LENGTH), 1);
  const to = line.length <= LENGTH ? line.length : wordEdge(line, from + LENGTH, -1);
  const before = from > 0 ? CUT : '';
  const after = to < line.length ? CUT : '';
  const shift = before.length - from;
  return {
    excerpt: before + line.slice(from, to) + after,
    marks: finds
      .filter((find) => find.from >= from && find.to <= to)
      .map((find): [number, number] => [find.from + shift, find.to + shift]),
  };
}
