import { interventionAnchor } from './anchor';
import { isBetweenQuotes, isItalic, withoutEmphasis } from './clean-text';
import { doubtEmbedded, isEmbedded } from './embedded-file';
import { numberedTitle } from './heading-number';
import type { Paragraph } from './paragraph';
import { doubtLayerNumber } from './read-anthology';
import { isRest, openSection, type Reading } from './reading';
import { addPassage, addSection, doubt, extendPassage } from './source-builder';
import { doubtUnfinishedQuotes, doubtUnfinishedText } from './unfinished';

/** The chapter of the intervention points; its sections are the clusters, in the order of the clusters. */
const CLUSTERS = /^3\.(\d)$/;
const LONGEST_TITLE = 110;

type Place = {
  cluster: number | null;
  /** how many points this cluster has so far; 0: the text before the first */
  points: number;
  level: 1 | 2 | 3;
  anchor: string | null;
};

/** A heading without a number: by its '#', or where a text has none by being a short line without an end. */
function isTitle({ marked }: Reading, { bullet, depth, text }: Paragraph): boolean {
  if (depth > 0) return withoutEmphasis(text).trim() !== '';
  const isShort =
    text.length <= LONGEST_TITLE && /^[*A-ZÀ-Ý]/.test(text) && !/[.?!:;,*)]$/.test(text.replace(/\*\*$/, ''));
  return !marked && !bullet && isShort && !isItalic(text) && !text.includes('\t') && text.split(' ').length <= 14;
}

function openPoint({ builder }: Reading, paragraph: Paragraph, place: Place): void {
  place.points += 1;
  place.anchor = interventionAnchor(`${place.cluster}.${place.points}`);
  addSection(builder, paragraph, { level: 3, number: null, title: withoutEmphasis(paragraph.text).trim() });
}

/** A heading in running text. One with the number of a chapter that it is not belongs below the heading before it. */
function openTitle({ builder }: Reading, paragraph: Paragraph, place: Place): void {
  const title = withoutEmphasis(paragraph.text).trim();
  const isClash = numberedTitle(paragraph.text, true) !== null;
  if (isClash) doubt(builder, paragraph.no, title, 'number-clash');
  const level = place.level === 1 ? (isClash ? 3 : 2) : 3;
  addSection(builder, paragraph, { level, number: null, title });
}

function placeText(reading: Reading, paragraph: Paragraph, { anchor }: Place): void {
  const { builder } = reading;
  if (isRest(paragraph) && extendPassage(builder, paragraph)) return;
  const isQuote = anchor !== null && !paragraph.bullet && (isItalic(paragraph.text) || isBetweenQuotes(paragraph.text));
  addPassage(builder, paragraph, anchor === null ? 'text' : isQuote ? 'quote' : 'explanation', anchor);
}

function enter(reading: Reading, paragraph: Paragraph, place: Place): void {
  const heading = reading.outline.get(paragraph);
  if (!heading || heading.again) return;
  const cluster = heading.level === 2 ? CLUSTERS.exec(heading.number ?? '')?.[1] : undefined;
  place.level = heading.level;
  place.cluster = cluster === undefined ? null : Number(cluster);
  place.points = 0;
  place.anchor = null;
}

/** Where no quote has its mark, what people said cannot be told from what the report says. */
function doubtUnmarked({ builder }: Reading): void {
  const points = builder.sections.filter(({ passages }) => passages.some(({ anchor }) => anchor !== null));
  if (points.some(({ passages }) => passages.some(({ kind }) => kind === 'quote'))) return;
  for (const { line, passages, title } of points) if (passages.length > 1) doubt(builder, line, title, 'no-quote-mark');
}

/** Chapter 3 explains the intervention points and quotes people on them; the rest is running text. */
export function readReport(reading: Reading): void {
  const place: Place = { cluster: null, points: 0, level: 1, anchor: null };
  let before: Paragraph | null = null;
  for (const paragraph of reading.body) {
    const heading = reading.outline.get(paragraph);
    if (heading) {
      openSection(reading, paragraph, heading);
      doubtLayerNumber(reading, paragraph, heading.number);
      enter(reading, paragraph, place);
    } else if (isEmbedded(paragraph, before)) doubtEmbedded(reading.builder, paragraph);
    else if (!isTitle(reading, paragraph)) placeText(reading, paragraph, place);
    else if (place.cluster !== null) openPoint(reading, paragraph, place);
    else openTitle(reading, paragraph, place);
    before = paragraph;
  }
  doubtUnmarked(reading);
  doubtUnfinishedQuotes(reading.builder);
  doubtUnfinishedText(reading.builder);
}
