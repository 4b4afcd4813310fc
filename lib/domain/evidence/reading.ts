import { type Contents, readContents } from './contents-list';
import { titleKey } from './heading-number';
import { type Heading, type Outline, outlineOf } from './outline';
import { type Paragraph, paragraphsOf } from './paragraph';
import type { ParsedSection } from './parsed-source';
import { addSection, claim, doubt, type SourceBuilder, setAside, startSource } from './source-builder';
import type { TextLine } from './text-lines';

/** A text on its way to becoming a source. */
export type Reading = {
  /** without the lists of contents and the numbers of pages */
  body: Paragraph[];
  contents: Contents;
  outline: Outline;
  builder: SourceBuilder;
  /** headings are marked with '#' */
  marked: boolean;
};

export function startReading(lines: readonly TextLine[]): Reading {
  const paragraphs = paragraphsOf(lines);
  const contents = readContents(paragraphs);
  const builder = startSource();
  for (const paragraph of contents.used) claim(builder, paragraph, 'contents');
  for (const paragraph of contents.broken) doubt(builder, paragraph.no, paragraph.text, 'broken-reference');
  const rest = paragraphs.filter((paragraph) => !contents.used.has(paragraph));
  for (const paragraph of rest) if (paragraph.pageNumber) setAside(builder, paragraph, 'page-number');
  const body = rest.filter(({ pageNumber }) => !pageNumber);
  const outline = outlineOf(body, contents.entries);
  return { body, contents, outline, builder, marked: body.some(({ depth }) => depth > 0) };
}

/** A section that is open when the text begins, for what stands before the first heading. */
export function openFront({ builder }: Reading, title: string, paragraph: Paragraph): ParsedSection {
  const section: ParsedSection = { level: 1, number: null, title, line: paragraph.no, passages: [] };
  builder.sections.push(section);
  return section;
}

/** Opens the section of a heading and says where the list of contents has it otherwise. */
export function openSection({ builder, contents }: Reading, paragraph: Paragraph, heading: Heading): void {
  const { again, entry, level, number, title } = heading;
  if (again) {
    setAside(builder, paragraph, 'heading-twice');
    return;
  }
  addSection(builder, paragraph, { level, number, title });
  if (entry && titleKey(entry.title) !== titleKey(title)) doubt(builder, paragraph.no, title, 'contents-differ');
  if (!entry && number !== null && contents.entries.length > 0) doubt(builder, paragraph.no, title, 'not-in-contents');
}

/** Entries of the list of contents that never came. Annexes are documents of their own. */
export function missingEntries({ contents, outline }: Reading): Contents['entries'] {
  const found = new Set([...outline.values()].map(({ entry }) => entry));
  return contents.entries.filter((entry) => !found.has(entry) && !/^bijlagen?\b/i.test(entry.title));
}

export function doubtMissingEntries(reading: Reading): void {
  for (const { line, number, title } of missingEntries(reading))
    doubt(reading.builder, line, number === null ? title : `${number} ${title}`, 'contents-only');
}

/** A piece that a page break cut off begins with a small letter. */
export const isRest = ({ bullet, depth, text }: Paragraph): boolean =>
  !bullet && depth === 0 && /^[a-zà-öø-ÿ]/.test(text);
