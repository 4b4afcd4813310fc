/**
 * What a document holds once it has been read: sections with passages in reading order. Pure data; reading files and
 * storing are elsewhere.
 */

/** Kinds of evidence are equals: none is drawn or listed as if it weighed more. */
export const EVIDENCE_KINDS = ['ervaring', 'onderzoek', 'cijfer'] as const;
export type EvidenceKind = (typeof EVIDENCE_KINDS)[number];

/** analysis = Bijlage E, report = the report, anthology = Bloemlezing Problemen en oorzaken, other = any other source. */
const SOURCE_KINDS = ['analysis', 'report', 'anthology', 'other'] as const;
export type SourceKind = (typeof SOURCE_KINDS)[number];

/**
 * quote: what somebody said, not checked · wording: the full text of a point · heading: the full text of a heading of the
 * schema · explanation: what the report says about an intervention point · text: any other running text.
 */
const PASSAGE_KINDS = ['quote', 'wording', 'heading', 'explanation', 'text'] as const;
export type PassageKind = (typeof PASSAGE_KINDS)[number];

export type ParsedPassage = {
  kind: PassageKind;
  text: string;
  /** what in a template it belongs to ('point/5.1/12'), else null */
  anchor: string | null;
  /** 1-based line of the text in which it begins */
  line: number;
};

export type ParsedSection = {
  /** 1 chapter, 2 section, 3 subsection */
  level: 1 | 2 | 3;
  /** as the document numbers it, e.g. '5', '5.3', '5.3.2'; null when it has none */
  number: string | null;
  title: string;
  line: number;
  passages: ParsedPassage[];
};

/** A line a person should look at, with the reading that was chosen. `why` is a code; lib/messages has the sentence. */
export type DoubtfulLine = { line: number; excerpt: string; why: DoubtfulReason };
const DOUBTFUL_REASONS = [
  'page-break',
  'leftover-markup',
  'stray-marker',
  'page-number',
  'footnote',
  'contents-only',
  'not-in-contents',
  'contents-differ',
  'heading-twice',
  'empty-heading',
  'number-clash',
  'no-quote-mark',
  'unfinished',
  'unknown-line',
  'broken-reference',
] as const;
export type DoubtfulReason = (typeof DOUBTFUL_REASONS)[number];

export type ParsedSource = {
  kind: SourceKind;
  /** same document, same slug, whatever its file is called */
  slug: string;
  title: string;
  /** as the document says it: 'Versie 24 maart 2026' */
  dated: string | null;
  evidence: EvidenceKind;
  /** in reading order; a section's parent is the last one before it of a lower level */
  sections: ParsedSection[];
  abbreviations: { abbreviation: string; meaning: string }[];
  /** references to documents that are not supplied */
  missingDocuments: string[];
  doubtful: DoubtfulLine[];
};

export type SectionCount = {
  number: string | null;
  title: string;
  level: 1 | 2 | 3;
  /** passages directly in this section */
  quotes: number;
  explanations: number;
  wordings: number;
  texts: number;
  /** quotes in it and in all sections below it */
  quotesWithin: number;
  children: SectionCount[];
};

/** What an import found: shown before anything is stored, printed by `npm run import -- <file> --dry-run --json`. */
export type ImportReport = {
  kind: SourceKind;
  slug: string;
  title: string;
  dated: string | null;
  evidence: EvidenceKind;
  totals: {
    chapters: number;
    sections: number;
    subsections: number;
    quotes: number;
    explanations: number;
    wordings: number;
    headings: number;
    texts: number;
    abbreviations: number;
    doubtful: number;
  };
  chapters: SectionCount[];
  /** what the passages belong to in the template: found, and what of the template got nothing */
  anchored: { points: number; headings: number; interventionPoints: number; without: string[] };
  missingDocuments: string[];
  doubtful: DoubtfulLine[];
};
