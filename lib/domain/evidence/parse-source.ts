import { type KnownDocument, knownDocument, titleOfOther } from './known-document';
import type { ParseRefusal } from './parse-refusal';
import type { EvidenceKind, ParsedSource, SourceKind } from './parsed-source';
import { isIncomplete } from './plausible';
import { readAnalysis } from './read-analysis';
import { readAnthology } from './read-anthology';
import { readOther } from './read-other';
import { readReport } from './read-report';
import { doubtMissingEntries, openFront, type Reading, startReading } from './reading';
import { unreadableBecause } from './recognise-source';
import { doubtBrokenReferences, missingDocuments } from './references';
import { addSection, type LineRole, setAside, settle } from './source-builder';
import { textLines } from './text-lines';

export type ParseOutcome = { ok: true; source: ParsedSource } | { ok: false; refusal: ParseRefusal };

/** With what became of every line that is not blank, by its number. */
export type ReadOutcome =
  | { ok: true; source: ParsedSource; roles: ReadonlyMap<number, LineRole> }
  | { ok: false; refusal: ParseRefusal };

const EVIDENCE: Record<SourceKind, EvidenceKind> = {
  analysis: 'onderzoek',
  report: 'onderzoek',
  anthology: 'ervaring',
  other: 'onderzoek',
};
const OF_SCHEMA = 'bloemlezing-problemen-en-oorzaken';
const DATED =
  /^(?:versie|datum)?:? ?\d{1,2} (?:jan|feb|maa|apr|mei|jun|jul|aug|sep|okt|nov|dec)[a-z]* (?:19|20)\d{2}$/i;

/** The line on the first page that says of when a document is, as it stands there. */
function datedOf({ body }: Reading): string | null {
  return body.slice(0, 60).find(({ text }) => text.length < 60 && DATED.test(text))?.text ?? null;
}

function readAs(known: KnownDocument | null, reading: Reading): void {
  if (known?.kind === 'anthology') readAnthology(reading, known.slug === OF_SCHEMA);
  else if (known?.kind === 'analysis') readAnalysis(reading);
  else if (known?.kind === 'report') readReport(reading);
  else readOther(reading);
}

/** Nothing is left out: a line that no rule placed is set aside for a person to look at. */
function setRestAside({ body, builder }: Reading): void {
  for (const paragraph of body) if (!builder.roles.has(paragraph.no)) setAside(builder, paragraph, 'unknown-line');
}

/** What stands before the first heading goes under the title of the document. */
function openFirst(reading: Reading, title: string, isKnown: boolean): void {
  const first = reading.body[0];
  if (!first || reading.outline.has(first)) return;
  if (first.depth > 0) {
    // Where nothing is numbered the first heading is the first chapter.
    if (!isKnown && reading.outline.size === 0) return;
    addSection(reading.builder, first, { level: 1, number: null, title });
    reading.body.shift();
  } else openFront(reading, title, first);
}

/** Reads a whole text and says where every line of it went. */
export function readSource(text: string, fileName: string): ReadOutcome {
  const unreadable = unreadableBecause(text);
  if (unreadable) return { ok: false, refusal: unreadable };
  const lines = textLines(text);
  const known = knownDocument(lines);
  const reading = startReading(lines);
  if (!known && reading.outline.size === 0 && !reading.marked) return { ok: false, refusal: 'source-unknown' };
  const heading = reading.body.find(({ depth }) => depth > 0)?.text ?? null;
  const { slug, title } = known ?? titleOfOther(text, heading, fileName);
  openFirst(reading, title, known !== null);
  readAs(known, reading);
  const { builder } = reading;
  settle(builder);
  setRestAside(reading);
  doubtMissingEntries(reading);
  if (known) doubtBrokenReferences(builder);
  const kind = known?.kind ?? 'other';
  const source: ParsedSource = {
    kind,
    slug,
    title,
    dated: datedOf(reading),
    evidence: EVIDENCE[kind],
    sections: builder.sections,
    abbreviations: [...builder.abbreviations].map(([abbreviation, meaning]) => ({ abbreviation, meaning })),
    missingDocuments: missingDocuments(known, builder, reading.contents),
    doubtful: builder.doubtful.sort((one, other) => one.line - other.line),
  };
  return isIncomplete(source, reading)
    ? { ok: false, refusal: 'source-incomplete' }
    : { ok: true, source, roles: builder.roles };
}

/** Reads a whole text. Never throws; the same text gives the same outcome. */
export function parseSource(text: string, fileName: string): ParseOutcome {
  const outcome = readSource(text, fileName);
  return outcome.ok ? { ok: true, source: outcome.source } : outcome;
}
