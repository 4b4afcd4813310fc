const MIN_PART = 4;
/** 'jeugdwet' ends in a word of three. */
const MIN_LAST = 3;
const MAX_PARTS = 3;
/** What joins the parts of a compound: veiligheid-s-plan, kind-er-opvang, ziek-en-huis. */
const LINKS = ['', 's', 'e', 'en', 'er', 'n'];
/** Endings that may be on the last part. */
const ENDINGS = ['', 's', 'en', 'n', 'e'];

/** Every piece of a word that could be a part of it: to be asked which of them are words. */
export function possibleParts(word: string): string[] {
  const parts = new Set<string>();
  for (let from = 0; from <= word.length - MIN_LAST; from += 1) {
    if (from > 0 && from < MIN_PART) continue;
    for (let to = from + MIN_LAST; to <= word.length; to += 1) {
      if (to - from < word.length) parts.add(word.slice(from, to));
    }
  }
  return [...parts];
}

function lastPart(rest: string, isWord: (part: string) => boolean): string | null {
  for (const ending of ENDINGS) {
    if (!rest.endsWith(ending)) continue;
    const stem = rest.slice(0, rest.length - ending.length);
    // A double consonant was a single one: plannen, plan.
    for (const part of [stem, stem.replace(/([bdfgklmnprst])\1$/, '$1')]) {
      if (part.length >= MIN_LAST && isWord(part)) return part;
    }
  }
  return null;
}

/** [SR3] The words a compound is made of: as few as can be, the first as long as can be; null when it is none. */
export function splitCompound(word: string, isWord: (part: string) => boolean, left = MAX_PARTS): string[] | null {
  let best: string[] | null = null;
  for (let to = word.length - MIN_PART + 1; to >= MIN_PART && left > 1; to -= 1) {
    const first = word.slice(0, to);
    if (!isWord(first)) continue;
    for (const link of LINKS) {
      if (!word.startsWith(link, to)) continue;
      const rest = word.slice(to + link.length);
      const last = lastPart(rest, isWord);
      const others = last ? [last] : splitCompound(rest, isWord, left - 1);
      if (others && (!best || others.length + 1 < best.length)) best = [first, ...others];
    }
  }
  return best;
}
