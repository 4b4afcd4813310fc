import type { SearchKind } from '@/lib/api/evidence-contracts';
import { pgPool } from '../client';
import type { Term } from './understand-query';

/** How many hits of one kind are shown; totals count all. */
const HITS_PER_KIND = 10;
const MAX_RANKED = 8;

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

/** The word itself; where only longer words have it, the most used of those. */
function itself({ forms }: Term): string[] {
  const same = forms.filter(({ tier }) => tier === 2);
  return (same.length > 0 ? same : forms.slice(0, MAX_RANKED)).map(({ lexeme }) => lexeme);
}

const FIND = `SELECT kind, ref, title, body, element_id AS "elementId", section_id AS "sectionId", anchor, total
  FROM search_find($1::tsquery, $2::tsquery, ${HITS_PER_KIND})`;

/** [SR6] The best of every kind, those with the words themselves first, with how many there are in all. */
export async function findEntries(
  scopes: readonly string[],
  terms: readonly Term[],
  join: 'and' | 'or',
): Promise<FoundEntry[]> {
  if (terms.length === 0 || scopes.length === 0) return [];
  const inside = anyOf(scopes.map((scope) => `@${scope}`));
  const sign = join === 'and' ? '&' : '|';
  const hit = terms.map(({ forms }) => anyOf(forms.map(({ lexeme }) => lexeme))).join(sign);
  const best = terms.map((term) => anyOf(itself(term))).join(sign);
  const { rows } = await pgPool().query<FoundEntry>({
    name: 'search-find',
    text: FIND,
    values: [`(${hit})&${inside}`, best],
  });
  return rows;
}
