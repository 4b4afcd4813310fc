import { isAbbreviationsTitle, readAbbreviations } from './abbreviations';
import { chapterAnchor } from './anchor';
import type { Paragraph } from './paragraph';
import { isRest, openSection, type Reading } from './reading';
import { addPassage, doubt, extendPassage } from './source-builder';
import { doubtUnfinishedQuotes } from './unfinished';

/** Layers 5.1 to 5.12 of the schema: a section of another document may have the same number. */
const LAYER = /^5\.(?:[1-9]|1[0-2])$/;
const FOOTNOTE = /^(?:[¹²³⁴-⁹]|\[\d{1,2}\]|\d{1,2}\) )/;

/** Numbers that other documents use for layers of the schema. */
export function doubtLayerNumber({ builder }: Reading, paragraph: Paragraph, number: string | null): void {
  if (number !== null && LAYER.test(number)) doubt(builder, paragraph.no, paragraph.text, 'number-clash');
}

function placeQuote({ builder }: Reading, paragraph: Paragraph, anchor: string | null): void {
  if (FOOTNOTE.test(paragraph.text)) {
    doubt(builder, paragraph.no, paragraph.text, 'footnote');
    const { last } = builder;
    addPassage(builder, paragraph, 'text', null);
    // A note at the foot of a page stands between a quote and its rest on the next page.
    builder.last = last;
    return;
  }
  if (isRest(paragraph) && extendPassage(builder, paragraph)) return;
  addPassage(builder, paragraph, 'quote', anchor);
}

/** Every paragraph or bullet in a numbered chapter is one quote; the rest is running text and abbreviations. */
export function readAnthology(reading: Reading, isOfSchema: boolean): void {
  let chapter: number | null = null;
  let abbreviations: Paragraph[] | null = null;
  for (const paragraph of reading.body) {
    const heading = reading.outline.get(paragraph);
    if (heading) {
      openSection(reading, paragraph, heading);
      doubtLayerNumber(reading, paragraph, heading.number);
      if (heading.level === 1) chapter = heading.number === null ? null : Number(heading.number);
      if (heading.level === 1 && abbreviations) readAbbreviations(reading.builder, abbreviations.splice(0));
      abbreviations = isAbbreviationsTitle(heading.title) ? [] : null;
    } else if (abbreviations) abbreviations.push(paragraph);
    else if (chapter !== null) placeQuote(reading, paragraph, isOfSchema ? chapterAnchor(chapter) : null);
    else if (!isRest(paragraph) || !extendPassage(reading.builder, paragraph))
      addPassage(reading.builder, paragraph, 'text', null);
  }
  if (abbreviations) readAbbreviations(reading.builder, abbreviations);
  doubtUnfinishedQuotes(reading.builder);
}
