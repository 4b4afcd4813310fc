import { withoutEmphasis } from './clean-text';
import type { Paragraph } from './paragraph';
import { isRest, openSection, type Reading } from './reading';
import { addPassage, addSection, extendPassage } from './source-builder';

const LONGEST_TITLE = 200;
const ENDS = /[.?!:;]["'’”)]*$/;

/** In a text without numbers '#', '##' and '###' are chapter, section and subsection. */
function markedLevels(body: readonly Paragraph[], isNumbered: boolean): Map<number, 1 | 2 | 3> {
  const depths = [...new Set(body.map(({ depth }) => depth).filter((depth) => depth > 0))].sort((a, b) => a - b);
  const shift = isNumbered ? 1 : 0;
  return new Map(depths.map((depth, at) => [depth, Math.min(3, at + 1 + shift) as 1 | 2 | 3]));
}

/** A small letter goes on with what stands before it, where that has not ended. */
function goesOn({ builder }: Reading, paragraph: Paragraph): boolean {
  const before = builder.last?.pieces.at(-1);
  return isRest(paragraph) && before !== undefined && !ENDS.test(before);
}

/** Chapters and sections with their paragraphs. */
export function readOther(reading: Reading): void {
  const { body, builder, outline } = reading;
  const levels = markedLevels(body, outline.size > 0);
  for (const paragraph of body) {
    const heading = outline.get(paragraph);
    const title = withoutEmphasis(paragraph.text).trim();
    if (heading) openSection(reading, paragraph, heading);
    else if (paragraph.depth > 0 && title !== '' && title.length <= LONGEST_TITLE)
      addSection(builder, paragraph, { level: levels.get(paragraph.depth) ?? 3, number: null, title });
    else if (!goesOn(reading, paragraph) || !extendPassage(builder, paragraph, false))
      addPassage(builder, paragraph, 'text', null);
  }
}
