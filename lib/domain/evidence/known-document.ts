import { withoutEmphasis } from './clean-text';
import type { SourceKind } from './parsed-source';
import type { TextLine } from './text-lines';

export type KnownDocument = { kind: Exclude<SourceKind, 'other'>; slug: string; title: string };

const SLUG_LENGTH = 80;
/** What a document is called stands on its first page. */
const FIRST_LINES = 60;
const FIRST_CHARACTERS = 4000;

/** Letters, digits and hyphens, as an address; never empty. */
function slugOf(title: string): string {
  const slug = title
    .slice(0, SLUG_LENGTH * 2)
    .normalize('NFD')
    .toLowerCase()
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, SLUG_LENGTH)
    .replace(/^-|-$/g, '');
  return slug === '' ? 'document' : slug;
}

/** The lines of the first page, without marks. */
function firstPage(lines: readonly TextLine[]): string[] {
  const page: string[] = [];
  let length = 0;
  for (const { text } of lines) {
    if (page.length >= FIRST_LINES || length > FIRST_CHARACTERS) break;
    if (text === '') continue;
    page.push(withoutEmphasis(text.slice(0, FIRST_CHARACTERS).replace(/^#{1,12}\s+/, '')).trim());
    length += text.length;
  }
  return page;
}

const ANTHOLOGY = /^bloemlezing(?:\s+([a-z][a-z -]{3,60}))?$/i;

/** The title of an anthology: on the line of the word itself, or on the next. */
function anthologyTitle(page: readonly string[]): string | null {
  const at = page.findIndex((line) => ANTHOLOGY.test(line));
  if (at < 0) return null;
  const name = ANTHOLOGY.exec(page[at] ?? '')?.[1] ?? page[at + 1] ?? '';
  return name.length > SLUG_LENGTH ? 'Bloemlezing' : `Bloemlezing ${name}`.trim();
}

const REPORT = /\brapport actualisatie probleem-? ?(?:en oorzaken)?analyse\b/i;
const ANALYSIS = /\bprobleem-? en oorzakenanalyse\b/i;
const IN_SCHEMA = /\(in het schema: [a-z -]{3,20}\)/i;

/** Which of the documents of the schema this is, by its own words. */
export function knownDocument(lines: readonly TextLine[]): KnownDocument | null {
  const page = firstPage(lines);
  const start = page.join('\n');
  const anthology = anthologyTitle(page);
  if (anthology) return { kind: 'anthology', slug: slugOf(anthology), title: anthology };
  if (REPORT.test(page.slice(0, 8).join(' ')))
    return {
      kind: 'report',
      slug: 'rapport-actualisatie-probleemanalyse',
      title: page.find((line) => REPORT.test(line)) ?? 'Rapport actualisatie probleemanalyse',
    };
  const isAnalysis = ANALYSIS.test(page.slice(0, 8).join(' ')) && /\bbijlage e\b/i.test(start);
  if (!isAnalysis && lines.filter(({ text }) => text.length < 200 && IN_SCHEMA.test(text)).length < 6) return null;
  return {
    kind: 'analysis',
    slug: 'bijlage-e-probleem-en-oorzakenanalyse',
    title: `Bijlage E. ${page.find((line) => ANALYSIS.test(line)) ?? 'Probleem- en oorzakenanalyse'}`,
  };
}

/** Documents without a title page that are told by a sentence of their first pages. */
const BY_SENTENCE = [
  { slug: 'leren-van-calamiteiten-2', title: 'Leren van calamiteiten 2', sentence: /leren van calamiteiten 2\b/i },
  {
    slug: 'sturen-op-gezinsveiligheid',
    title: 'Sturen op gezinsveiligheid',
    sentence: /gemeenten sturen op (?:\(?een aanpak voor\)? )?gezinsveiligheid/i,
  },
] as const;
const FIRST_PAGES = 12_000;

/** What any other document is called: by its own title, else by the name of its file. */
export function titleOfOther(text: string, heading: string | null, fileName: string): { slug: string; title: string } {
  const start = text.slice(0, FIRST_PAGES).replace(/\s+/g, ' ');
  const known = BY_SENTENCE.find(({ sentence }) => sentence.test(start));
  if (known) return { slug: known.slug, title: known.title };
  const name = fileName
    .slice(0, 300)
    .replace(/\.[a-z0-9]{1,5}$/i, '')
    .replace(/[-_\s]+/g, ' ')
    .trim();
  const title = (heading ?? name) || 'Document zonder titel';
  return { slug: slugOf(title), title: title.length > 200 ? `${title.slice(0, 199)}…` : title };
}
