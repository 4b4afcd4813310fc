import type { Contents } from './contents-list';
import type { KnownDocument } from './known-document';
import type { ParsedSection } from './parsed-source';
import { isSchemaReference } from './read-schema-section';
import { doubt, type SourceBuilder } from './source-builder';

/** What is supplied beside the report: the analysis (annex E) and the anthology of problems and causes. */
const SUPPLIED = /problemen? en oorzaken/i;
const ANNEX_ENTRY = /^bijlage ([A-Z])\s*[-–.:]?\s*(.*)$/i;
const ANNEX = /\bbijlagen? ((?:[A-Z](?:, | en | tot en met )?){1,5})(?![A-Za-zÀ-ÿ])/g;
const ANTHOLOGY = /\bbloemlezing (trends en ontwikkelingen)\b/i;
const OWN_ANNEX = 'E';
const PLACE = /\b(hoofdstuk|paragraaf) (\d{1,2}(?:\.\d{1,2}){0,2})(?!\d)(?! van (?:de|het|een) (?!rapport|bijlage))/gi;

const textsOf = (sections: readonly ParsedSection[]): string[] =>
  sections.flatMap(({ passages }) => passages.map(({ text }) => text));

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Annexes by letter, with their names where the list of contents has them. */
function annexes(texts: readonly string[], { entries }: Contents): Map<string, string> {
  const found = new Map<string, string>();
  for (const { title } of entries) {
    const [, letter, name = ''] = ANNEX_ENTRY.exec(title) ?? [];
    if (letter) found.set(letter.toUpperCase(), name.trim());
  }
  for (const text of texts)
    for (const [, letters = ''] of text.matchAll(ANNEX))
      for (const [letter] of letters.matchAll(/[A-Z]/g)) if (!found.has(letter)) found.set(letter, '');
  return found;
}

/** Documents that a text refers to and that are not supplied, each once. */
export function missingDocuments(known: KnownDocument | null, builder: SourceBuilder, contents: Contents): string[] {
  if (!known) return [];
  const texts = textsOf(builder.sections);
  const names = [...texts, ...contents.entries.map(({ title }) => title)];
  const anthology = names.map((text) => ANTHOLOGY.exec(text)?.[1]).find((name) => name !== undefined);
  const isItself = anthology !== undefined && known.title.toLowerCase().includes(anthology.toLowerCase());
  const missing = [...annexes(texts, contents)]
    .filter(
      ([letter, name]) =>
        letter !== OWN_ANNEX &&
        !(SUPPLIED.test(name) && !ANTHOLOGY.test(`bloemlezing ${name}`) && /^bloemlezing/i.test(name)),
    )
    .sort(([one], [other]) => one.localeCompare(other))
    .map(([letter, name]) => (name === '' ? `Bijlage ${letter}` : `Bijlage ${letter} - ${name}`));
  return anthology && !isItself ? [`Bloemlezing ${capital(anthology.toLowerCase())}`, ...missing] : missing;
}

/** References to a chapter or section that this document does not have. */
export function doubtBrokenReferences(builder: SourceBuilder): void {
  const { sections } = builder;
  const numbers = new Set(sections.map(({ number }) => number));
  for (const { kind, line, text } of sections.flatMap(({ passages }) => passages)) {
    if (kind === 'quote' || isSchemaReference(text)) continue;
    const broken = [...text.matchAll(PLACE)].filter(([, , number = '']) => !numbers.has(number));
    for (const words of new Set(broken.map(([whole]) => whole))) doubt(builder, line, words, 'broken-reference');
  }
}
