import { type FoundEntry, findEntries } from './find-entries';
import { searchScopes } from './search-scopes';
import { understandQuery } from './understand-query';

type SearchResult = {
  entries: FoundEntry[];
  /** whether this word is one that was found */
  isFound: (word: string) => boolean;
  /** the words that were searched instead of those that were written */
  instead: string[] | null;
  /** with several words: 'or' when no text has all of them */
  join: 'and' | 'or';
};

/** Searches what may be found in a workshop for these words. */
export async function searchWorkshop(workshopId: string, words: readonly string[]): Promise<SearchResult> {
  const scopes = await searchScopes(workshopId);
  const { terms, instead } = await understandQuery(scopes, words);
  const all = await findEntries(scopes, terms, 'and');
  // [SR4] Better something with one of the words than nothing.
  const isLoose = all.length === 0 && terms.length > 1;
  const entries = isLoose ? await findEntries(scopes, terms, 'or') : all;
  const found = new Set(terms.flatMap(({ forms }) => forms.map(({ word }) => word)));
  return {
    entries,
    isFound: (word) => found.has(word),
    instead: entries.length > 0 && (instead || isLoose) ? terms.map(({ word }) => word) : null,
    join: isLoose ? 'or' : 'and',
  };
}
