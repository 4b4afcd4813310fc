import { ok, type Result, refuse } from '../result';

export const MIN_QUERY = 2;
export const MAX_QUERY = 100;
/** More words than this narrow nothing down any further. */
const MAX_WORDS = 8;
const MAX_WORD = 40;

const WORD = /\p{N}+(?:\.\p{N}+)+|[\p{L}\p{N}\p{M}]+/gu;
const ACCENTED = /[À-ÿ]/g;

/** Lower case, without the accents of Latin letters: exactly what search_fold does in the database. */
export function foldWord(word: string): string {
  const plain = word.normalize('NFC').replace(ACCENTED, (letter) => letter.normalize('NFD').replace(/\p{M}/gu, ''));
  return plain.toLowerCase();
}

type PlacedWord = { word: string; from: number; to: number };

/** The words of a text, folded, with where they stand: [from, to). */
export function* wordsOf(text: string): Generator<PlacedWord> {
  for (const match of text.matchAll(WORD)) {
    yield { word: foldWord(match[0]), from: match.index, to: match.index + match[0].length };
  }
}

/** [SR1] The words to look for, each once; none when there is nothing in it that could be found. */
export function queryWords(query: string): Result<string[], 'query-length'> {
  const trimmed = query.trim();
  if (trimmed.length < MIN_QUERY || trimmed.length > MAX_QUERY) return refuse('query-length');
  const words = [...wordsOf(trimmed)].map(({ word }) => word);
  const findable = words.filter((word) => word.length > 1 && word.length <= MAX_WORD);
  return ok([...new Set(findable)].slice(0, MAX_WORDS));
}
