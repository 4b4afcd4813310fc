/** What binary files are full of and texts are not. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const NOISE = /[\u0000-\u0008\u000e-\u001f\ufffd]/g;
const MOST_NOISE = 0.01;
const LEAST_WORDS = 6;
const WORD = /^["'‘“(]?[\p{L}][\p{L}'’-]{0,30}[.,;:!?)"'’”]*$/u;
const LONGEST_LOOK = 2000;

export function isNoise(text: string): boolean {
  const noise = text.match(NOISE)?.length ?? 0;
  return text.includes('\u0000') || noise > text.length * MOST_NOISE;
}

/** One line that reads as a sentence is enough: six words, most of them made of letters. */
export function looksLikeText(text: string): boolean {
  let from = 0;
  while (from < text.length) {
    const end = text.indexOf('\n', from);
    const stop = end < 0 ? text.length : end;
    const words = text
      .slice(from, Math.min(stop, from + LONGEST_LOOK))
      .trim()
      .split(/\s+/);
    const real = words.filter((word) => word.length <= 40 && WORD.test(word)).length;
    if (real >= LEAST_WORDS && real >= words.length * 0.6) return true;
    from = stop + 1;
  }
  return false;
}

/** More than a shelf of books has; with the blank ones four times as many. */
const MOST_LINES = 500_000;
const MOST_BREAKS = 4 * MOST_LINES;

/** Lines beyond any document. */
export function hasTooManyLines(text: string): boolean {
  let lines = 0;
  let breaks = 0;
  let from = 0;
  for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', from)) {
    if (end > from) lines += 1;
    breaks += 1;
    if (lines > MOST_LINES || breaks > MOST_BREAKS) return true;
    from = end + 1;
  }
  return false;
}
