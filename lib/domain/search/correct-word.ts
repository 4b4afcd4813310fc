/** A word that is there, and how often. */
export type KnownWord = { word: string; uses: number };

/** Letters to add, leave out, replace or swap with their neighbour; more than `most` is `most + 1`. */
export function editDistance(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      let best = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + cost);
      const isSwap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (isSwap) best = Math.min(best, (before[j - 2] ?? 0) + 1);
      row.push(best);
    }
    if (Math.min(...row) > most) return most + 1;
    [before, last] = [last, row];
  }
  return Math.min(last[b.length] ?? most + 1, most + 1);
}

/** How many slips somebody makes in a word of this length; numbers are never corrected. */
export function slipsIn(word: string): number {
  if (/\d/.test(word) || word.length < 4) return 0;
  return word.length < 6 ? 1 : word.length < 11 ? 2 : 3;
}

/** [SR4] The nearest known word within `most` slips: the fewest slips, then the same first letter, then the most used. */
export function nearestWord(word: string, known: readonly KnownWord[], most: number): string | null {
  const near = known
    .filter((candidate) => !/\d/.test(candidate.word))
    .map((candidate) => ({ ...candidate, slips: editDistance(word, candidate.word, most) }))
    .filter(({ slips }) => slips <= most)
    .toSorted(
      (a, b) =>
        a.slips - b.slips ||
        Number(b.word[0] === word[0]) - Number(a.word[0] === word[0]) ||
        b.uses - a.uses ||
        (a.word < b.word ? -1 : 1),
    );
  return near[0]?.word ?? null;
}
