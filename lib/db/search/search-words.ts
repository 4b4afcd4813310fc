/** Looks words up in the vocabulary of what somebody may find: words of others are never even suggested. */
import type { KnownWord } from '@/lib/domain/search/correct-word';
import { wordForms } from '@/lib/domain/search/word-forms';
import { pgPool } from '../client';

export type Stemmed = { word: string; lexeme: string };
/** `tier`: 2 the word itself, 1 begins with it, 0 holds it as a part */
export type FoundWord = Stemmed & { tier: number };

const MAX_FORMS = 300;
const MAX_CANDIDATES = 60;
/** A part of this length is hardly ever in another word by chance. */
const SURE_PART = 6;

/** Stop words are left out. */
export async function stemWords(words: readonly string[]): Promise<Stemmed[]> {
  const { rows } = await pgPool().query<Stemmed>({
    name: 'search-stem',
    text: `SELECT word, stem[1] AS lexeme FROM (
        SELECT word, place, ts_lexize('pg_catalog.dutch_stem', word) AS stem
        FROM unnest($1::text[]) WITH ORDINALITY AS given(word, place)) AS stems
      WHERE cardinality(stem) > 0 ORDER BY place`,
    values: [[...words]],
  });
  return rows;
}

// A part in the middle counts when what stands before it is a word too: 'hulp' in 'jeugdhulp', not in 'behulpzaam'.
const FORMS = `
  WITH near AS MATERIALIZED (
    SELECT w.word, w.lexeme, sum(w.uses) AS uses, max(CASE WHEN w.lexeme = ANY($2) OR w.word = ANY($3) THEN 2
      WHEN starts_with(w.word, $4) THEN 1 ELSE 0 END) AS tier
    FROM search_words w
    WHERE w.scope = ANY($1) AND (w.lexeme = ANY($2) OR w.word = ANY($3) OR w.word LIKE $5)
    GROUP BY w.word, w.lexeme
  ), inside AS MATERIALIZED (
    SELECT word, split_part(word, $4, 1) AS first FROM near WHERE tier = 0 AND length($4) < ${SURE_PART}
  ), sure AS (
    SELECT i.word FROM inside i JOIN search_words v ON v.scope = ANY($1)
      AND v.word = ANY(ARRAY[i.first, rtrim(i.first, 's'), rtrim(i.first, 'en'), rtrim(i.first, 'e')])
    WHERE length(v.word) > 2
  )
  SELECT word, lexeme, tier FROM near
  WHERE tier > 0 OR length($4) >= ${SURE_PART} OR word IN (SELECT word FROM sure)
  ORDER BY tier DESC, uses DESC, word LIMIT ${MAX_FORMS}`;

/** [SR2] Every word that is this one in another form, begins with it, or has it as a part. */
export async function findForms(scopes: readonly string[], { word, lexeme }: Stemmed): Promise<FoundWord[]> {
  const { lexemes, words, base } = wordForms(word, lexeme);
  // Three letters begin a word; they are in the middle of too many.
  const pattern = base === null ? word : base.length > 3 ? `%${base}%` : `${base}%`;
  const { rows } = await pgPool().query<FoundWord>({
    name: 'search-forms',
    text: FORMS,
    values: [[...scopes], lexemes, words, base ?? word, pattern],
  });
  return rows;
}

// Similarity is costly, so it is only worked out for words of about this length that begin or end alike: who slips in
// the first two letters seldom slips in the last four as well.
const SIMILAR = `
  WITH near AS MATERIALIZED (
    SELECT word, sum(uses)::int AS uses FROM search_words
    WHERE scope = ANY($1) AND length(word) BETWEEN length($2) - $3 AND length($2) + $3
      AND (left(word, 2) = left($2, 2) OR right(word, 4) = right($2, 4))
    GROUP BY word)
  SELECT word, uses FROM near ORDER BY similarity(word, $2) DESC, word LIMIT ${MAX_CANDIDATES}`;

/** [SR4] Words that look like it, at most so many letters longer or shorter. */
export async function similarWords(scopes: readonly string[], word: string, slips: number): Promise<KnownWord[]> {
  const { rows } = await pgPool().query<KnownWord>({
    name: 'search-similar',
    text: SIMILAR,
    values: [[...scopes], word, slips],
  });
  return rows;
}

/** [SR3] Which of these are words here. */
export async function knownWords(scopes: readonly string[], words: readonly string[]): Promise<Set<string>> {
  const { rows } = await pgPool().query<{ word: string }>({
    name: 'search-known',
    text: 'SELECT DISTINCT word FROM search_words WHERE scope = ANY($1) AND word = ANY($2)',
    values: [[...scopes], [...words]],
  });
  return new Set(rows.map(({ word }) => word));
}
