import { headingAnchor, pointAnchor } from './anchor';
import { cleanText } from './clean-text';
import { titleKey } from './heading-number';
import type { Paragraph } from './paragraph';
import type { ParsedPassage } from './parsed-source';
import { isRest, type Reading } from './reading';
import { addPassage, doubt, extendPassage } from './source-builder';

/** Where reading has come in one layer: '5.1', its headings and its points so far. */
export type SchemaSection = {
  section: string;
  headings: number;
  points: number;
  /** the heading under which nothing has come yet */
  open: { passage: ParsedPassage; lettered: boolean } | null;
  /** anchor of the last heading, for running text right under it */
  under: string | null;
  titles: Set<string>;
};

const EXAMPLE = /^voorbeeld(?:en)?:/i;
const REFERENCE = /^bloemlezing .{3,60}, hoofdstuk \d{1,2}\.?$/i;
const LONG_QUESTION = 150;
const LETTER = /^(?:[A-Z]|[IVX]{1,4}|\d{1,2})\. /;
/** Two headings that lost the break between them: 'organisatiesBarrières'. */
const SEAM = /(?<=[a-zà-ÿ:?])(?=[A-ZÀ-Ý])/;
const LEAST_WORDS = 3;
const LONGEST_HEADING = 600;

export const isSchemaReference = (text: string): boolean => REFERENCE.test(text);

export function startSchemaSection(section: string): SchemaSection {
  return { section, headings: 0, points: 0, open: null, under: null, titles: new Set() };
}

const isProse = (text: string): boolean =>
  EXAMPLE.test(text) ||
  (/[.!]$/.test(text) && !/\b(?:e\.d|etc|t\.a\.v)\.$/.test(text)) ||
  (text.length > LONG_QUESTION && text.endsWith('?'));

/** Headings that share a line. A heading that ends in ':' goes on with what follows it. */
export function headingsOnLine(text: string): string[] {
  if (text.length > LONGEST_HEADING) return [text];
  const parts: string[] = [];
  for (const part of text
    .replace(/:\*\*(?=\S)/g, ': ')
    .replaceAll('*', '')
    .split(SEAM)) {
    const last = parts.at(-1);
    const isWhole = part.split(' ').length >= LEAST_WORDS && (last ?? '').split(' ').length >= LEAST_WORDS;
    if (last === undefined || isWhole) parts.push(part.trim());
    else parts[parts.length - 1] = `${last}${last.endsWith(':') ? ' ' : ''}${part}`;
  }
  return parts.reduce<string[]>((whole, part) => {
    const last = whole.at(-1);
    if (last?.endsWith(':')) whole[whole.length - 1] = `${last} ${part}`;
    else whole.push(part);
    return whole;
  }, []);
}

/** A heading with nothing under it before the next one. A lettered heading may hold other headings instead. */
export function closeHeading({ builder }: Reading, state: SchemaSection): void {
  const { open } = state;
  if (open && !open.lettered) doubt(builder, open.passage.line, open.passage.text, 'empty-heading');
  state.open = null;
}

function placeHeading(reading: Reading, paragraph: Paragraph, state: SchemaSection): void {
  const titles = headingsOnLine(paragraph.text);
  if (titles.length > 1) doubt(reading.builder, paragraph.no, paragraph.text, 'leftover-markup');
  for (const title of titles) {
    closeHeading(reading, state);
    state.headings += 1;
    const anchor = headingAnchor(state.section, state.headings);
    const passage = addPassage(reading.builder, { ...paragraph, text: title }, 'heading', anchor);
    const key = titleKey(title.replace(LETTER, ''));
    if (state.titles.has(key)) doubt(reading.builder, paragraph.no, title, 'heading-twice');
    state.titles.add(key);
    state.open = passage && { passage, lettered: LETTER.test(title) };
    state.under = anchor;
  }
  reading.builder.last = null;
}

function placeText(reading: Reading, paragraph: Paragraph, state: SchemaSection): void {
  const isReference = isSchemaReference(paragraph.text);
  const anchor = !isReference && (state.open || EXAMPLE.test(paragraph.text)) ? state.under : null;
  addPassage(reading.builder, paragraph, 'text', anchor);
  if (!isReference) state.open = null;
}

/** One paragraph of a layer: a point, a heading, an example that belongs to a point, or running text. */
export function placeInSchema(reading: Reading, paragraph: Paragraph, state: SchemaSection): void {
  const { builder } = reading;
  const { text } = cleanText(paragraph.text);
  if (paragraph.bullet) {
    state.points += 1;
    state.open = null;
    addPassage(builder, paragraph, 'wording', pointAnchor(state.section, state.points));
  } else if (paragraph.tight && EXAMPLE.test(text) && builder.last?.passage.kind === 'wording') {
    extendPassage(builder, paragraph, false);
  } else if (isRest(paragraph) && builder.last?.passage.kind === 'wording') extendPassage(builder, paragraph);
  else if (isSchemaReference(text) || isProse(text)) placeText(reading, paragraph, state);
  else placeHeading(reading, paragraph, state);
}
