import { cleanText } from './clean-text';
import type { Paragraph } from './paragraph';
import type { DoubtfulLine, DoubtfulReason, ParsedPassage, ParsedSection, PassageKind } from './parsed-source';

/** What became of a line. Every line that is not blank has exactly one of these. */
export type LineRole = 'section' | 'passage' | 'contents' | 'abbreviation' | 'doubtful';

export type SourceBuilder = {
  sections: ParsedSection[];
  abbreviations: Map<string, string>;
  doubtful: DoubtfulLine[];
  roles: Map<number, LineRole>;
  /** the paragraph that was read last as (part of) a passage */
  last: { paragraph: Paragraph; passage: ParsedPassage; pieces: string[] } | null;
};

const EXCERPT = 160;

export function startSource(): SourceBuilder {
  return { sections: [], abbreviations: new Map(), doubtful: [], roles: new Map(), last: null };
}

export function claim({ roles }: SourceBuilder, { lines }: Paragraph, role: LineRole): void {
  for (const line of lines) roles.set(line, role);
}

export function doubt({ doubtful }: SourceBuilder, line: number, text: string, why: DoubtfulReason): void {
  const excerpt = text.length > EXCERPT ? `${text.slice(0, EXCERPT - 1)}…` : text;
  doubtful.push({ line, excerpt, why });
}

/** A line that went nowhere else. */
export function setAside(builder: SourceBuilder, paragraph: Paragraph, why: DoubtfulReason): void {
  claim(builder, paragraph, 'doubtful');
  doubt(builder, paragraph.no, paragraph.text, why);
}

/** Makes the passage that was read last whole. Long chains of pieces are joined once. */
export function settle({ last }: SourceBuilder): void {
  if (last && last.pieces.length > 1) last.passage.text = last.pieces.join(' ');
}

export function addSection(
  builder: SourceBuilder,
  paragraph: Paragraph,
  section: Pick<ParsedSection, 'level' | 'number' | 'title'>,
): ParsedSection {
  const added: ParsedSection = { ...section, line: paragraph.no, passages: [] };
  settle(builder);
  claim(builder, paragraph, 'section');
  builder.sections.push(added);
  builder.last = null;
  return added;
}

function doubtMarkup(builder: SourceBuilder, paragraph: Paragraph): string {
  const { text, leftovers, deadLinks } = cleanText(paragraph.text);
  for (const leftover of leftovers)
    doubt(builder, paragraph.no, leftover, leftover.length > 1 ? 'leftover-markup' : 'stray-marker');
  for (const words of deadLinks) doubt(builder, paragraph.no, words, 'broken-reference');
  if (paragraph.strayMark) doubt(builder, paragraph.no, paragraph.text, 'stray-marker');
  return text;
}

/** A passage in the section that is open; text that holds nothing but markup is set aside. */
export function addPassage(
  builder: SourceBuilder,
  paragraph: Paragraph,
  kind: PassageKind,
  anchor: string | null,
): ParsedPassage | null {
  const section = builder.sections.at(-1);
  const text = doubtMarkup(builder, paragraph);
  if (!section || text === '') {
    setAside(builder, paragraph, 'unknown-line');
    return null;
  }
  settle(builder);
  const passage: ParsedPassage = { kind, text, anchor, line: paragraph.no };
  claim(builder, paragraph, 'passage');
  section.passages.push(passage);
  builder.last = { paragraph, passage, pieces: [text] };
  return passage;
}

/** The end of a passage that a page break cut in two. */
export function extendPassage(builder: SourceBuilder, paragraph: Paragraph, isDoubtful = true): boolean {
  const { last } = builder;
  if (!last) return false;
  last.pieces.push(doubtMarkup(builder, paragraph));
  claim(builder, paragraph, 'passage');
  if (isDoubtful) doubt(builder, paragraph.no, paragraph.text, 'page-break');
  last.paragraph = paragraph;
  return true;
}
