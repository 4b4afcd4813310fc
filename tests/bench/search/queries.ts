/** What people type, made of the words of the corpus itself, so that no text of a source is in the repository. */
import type { Pool } from 'pg';

export const SORTS = ['inflected', 'compound', 'misspelt', 'prefix', 'two words'] as const;
export type Sort = (typeof SORTS)[number];
export type Query = { sort: Sort; text: string };

const PER_SORT = 70;

/** Always the same ones for the same corpus. */
const WORDS = `
  SELECT word FROM (SELECT word, sum(uses) AS uses FROM search_words GROUP BY word) w
  WHERE uses >= 3 AND length(word) BETWEEN 6 AND 16 AND word ~ '^[a-z]+$' ORDER BY md5(word) LIMIT 400`;
const PAIRS = `
  SELECT (SELECT string_agg(word, ' ') FROM (
      SELECT word FROM unnest(regexp_split_to_array(search_fold(body), ' +')) AS word
      WHERE length(word) > 5 AND word ~ '^[a-z]+$' ORDER BY md5(word) LIMIT 2) two) AS pair
  FROM search_entries WHERE length(body) > 200 ORDER BY md5(ref || kind) LIMIT ${PER_SORT}`;

function inflected(word: string): string {
  if (word.endsWith('en')) return word.slice(0, -2);
  return word.endsWith('s') ? word.slice(0, -1) : `${word}en`;
}

/** One slip: two letters swapped, one left out, or another one. */
function misspelt(word: string, at: number): string {
  const place = 2 + (at % (word.length - 4));
  const [a, b] = [word[place] ?? '', word[place + 1] ?? ''];
  if (at % 3 === 0 && a !== b) return word.slice(0, place) + b + a + word.slice(place + 2);
  return word.slice(0, place) + (at % 3 === 1 ? '' : 'h') + word.slice(place + 1);
}

/** At least 300 queries, the sorts mixed. */
export async function makeQueries(pool: Pool): Promise<Query[]> {
  const words = (await pool.query<{ word: string }>(WORDS)).rows.map(({ word }) => word);
  const pairs = (await pool.query<{ pair: string | null }>(PAIRS)).rows.flatMap(({ pair }) => pair ?? []);
  const wordAt = (at: number): string => words[at % words.length] ?? 'hulp';
  return Array.from({ length: PER_SORT }, (_, at): Query[] => [
    { sort: 'inflected', text: inflected(wordAt(at)) },
    // Half of them are part of a longer word, half are joined here and so are nowhere.
    { sort: 'compound', text: at % 2 ? `${wordAt(at + 80)}s${wordAt(at + 81)}` : wordAt(at + 80).slice(0, 8) },
    { sort: 'misspelt', text: misspelt(wordAt(at + 160), at) },
    { sort: 'prefix', text: wordAt(at + 240).slice(0, 3 + (at % 3)) },
    { sort: 'two words', text: pairs[at % pairs.length] ?? `${wordAt(at)} ${wordAt(at + 1)}` },
  ]).flat();
}
