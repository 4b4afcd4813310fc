import { nearestWord, slipsIn } from '@/lib/domain/search/correct-word';
import { possibleParts, splitCompound } from '@/lib/domain/search/split-compound';
import { type FoundWord, findForms, knownWords, type Stemmed, similarWords, stemWords } from './search-words';

/** One thing to be found: any of its words will do. */
export type Term = { word: string; forms: FoundWord[] };
type Understood = {
  terms: Term[];
  /** the words as they were searched, when that is not how they were written */
  instead: string | null;
};

async function termsFor(scopes: readonly string[], words: readonly string[]): Promise<Term[]> {
  const stemmed = await stemWords(words);
  const terms = await Promise.all(
    stemmed.map(async (word) => ({ word: word.word, forms: await findForms(scopes, word) })),
  );
  return terms.filter(({ forms }) => forms.length > 0);
}

/** [SR3] [SR4] What somebody probably meant: a single slip first, then the parts of a compound, then more slips. */
async function otherWords(scopes: readonly string[], word: string): Promise<string[]> {
  const slips = slipsIn(word);
  const similar = slips > 0 ? await similarWords(scopes, word, slips) : [];
  const oneSlip = nearestWord(word, similar, Math.min(1, slips));
  if (oneSlip) return [oneSlip];
  const known = await knownWords(scopes, possibleParts(word));
  const parts = splitCompound(word, (part) => known.has(part));
  if (parts) return parts;
  const nearest = nearestWord(word, similar, slips);
  return nearest ? [nearest] : [];
}

async function understandWord(
  scopes: readonly string[],
  stemmed: Stemmed,
): Promise<{ terms: Term[]; isAsWritten: boolean }> {
  const forms = await findForms(scopes, stemmed);
  if (forms.length > 0) return { terms: [{ word: stemmed.word, forms }], isAsWritten: true };
  return { terms: await termsFor(scopes, await otherWords(scopes, stemmed.word)), isAsWritten: false };
}

/** What the words of a query stand for here; no terms when nothing can be found. */
export async function understandQuery(scopes: readonly string[], words: readonly string[]): Promise<Understood> {
  const stemmed = await stemWords(words);
  const understood = await Promise.all(stemmed.map((word) => understandWord(scopes, word)));
  const terms = understood.flatMap((word) => word.terms);
  const isAsWritten = understood.every((word) => word.isAsWritten);
  return { terms, instead: isAsWritten || terms.length === 0 ? null : terms.map(({ word }) => word).join(' ') };
}
