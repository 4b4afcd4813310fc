import type { SearchKind } from '@/lib/api/evidence-contracts';
import { pgPool } from '../client';
import type { Term } from './understand-query';

/** How many hits of one kind are shown; totals count all. */
export const HITS_PER_KIND = 10;

export type FoundEntry = {
  kind: SearchKind;
  ref: string;
  title: string;
  body: string;
  elementId: string | null;
  sectionId: string | null;
  anchor: string | null;
  /** of its kind */
  total: number;
};

const quoted = (lexeme: string): string => `'${lexeme.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`;
const anyOf = (lexemes: Iterable<string>): string => `(${[...new Set(lexemes)].map(quoted).join('|')})`;

function termQuery({ forms }: Term, tier: number): string {
  const near = forms.filter((form) => form.tier >= tier);
  return anyOf((near.length > 0 ? near : forms).map(({ lexeme }) => lexeme));
}

const FIND = `
  WITH hit AS (
    SELECT scope, kind, ref, title, body, element_id, section_id, anchor,
      (vector @@ $2::tsquery)::int + (vector @@ $3::tsquery)::int AS tier, ts_rank(vector, $1::tsquery) AS rank
    FROM search_entries WHERE vector @@ $1::tsquery
  ), placed AS (
    SELECT *, count(*) OVER (PARTITION BY kind) AS total,
      row_number() OVER (PARTITION BY kind ORDER BY tier DESC, rank DESC, length(title) + length(body), ref) AS place
    FROM hit
  )
  SELECT kind, ref, title, body, element_id AS "elementId", section_id AS "sectionId", anchor, total::int
  FROM placed WHERE place <= ${HITS_PER_KIND} ORDER BY kind, place`;

/** [SR6] The best of every kind, those with the words themselves first, with how many there are in all. */
export async function findEntries(
  scopes: readonly string[],
  terms: readonly Term[],
  join: 'and' | 'or',
): Promise<FoundEntry[]> {
  if (terms.length === 0 || scopes.length === 0) return [];
  const inside = anyOf(scopes.map((scope) => `@${scope}`));
  const queries = [0, 1, 2].map((tier) => {
    const words = terms.map((term) => termQuery(term, tier)).join(join === 'and' ? '&' : '|');
    return `(${words})&${inside}`;
  });
  const { rows } = await pgPool().query<FoundEntry>({ name: 'search-find', text: FIND, values: queries });
  return rows;
}
