import { headingAnchor } from './anchor';
import { doubtEmbedded, isEmbedded } from './embedded-file';
import type { Paragraph } from './paragraph';
import { closeHeading, placeInSchema, type SchemaSection, startSchemaSection } from './read-schema-section';
import { isRest, openSection, type Reading } from './reading';
import { addPassage, addSection, extendPassage } from './source-builder';

/** The chapter that holds the schema in words; its sections are the layers. */
const SCHEMA_CHAPTER = '5';

/** The heading of a layer is its section and, as a passage, its full wording. */
function openLayer(reading: Reading, paragraph: Paragraph, section: string): SchemaSection {
  addPassage(reading.builder, paragraph, 'heading', headingAnchor(section, 0));
  reading.builder.last = null;
  reading.builder.roles.set(paragraph.no, 'section');
  return startSchemaSection(section);
}

function placeElsewhere(reading: Reading, paragraph: Paragraph): void {
  const { builder, marked } = reading;
  if (marked && paragraph.depth > 0) addSection(builder, paragraph, { level: 3, number: null, title: paragraph.text });
  else if (!isRest(paragraph) || !extendPassage(builder, paragraph)) addPassage(builder, paragraph, 'text', null);
}

/** Chapter 5 gives points and headings their full wording; everything else is running text. */
export function readAnalysis(reading: Reading): void {
  let layer: SchemaSection | null = null;
  let before: Paragraph | null = null;
  for (const paragraph of reading.body) {
    const heading = reading.outline.get(paragraph);
    if (heading) {
      if (layer) closeHeading(reading, layer);
      openSection(reading, paragraph, heading);
      const isLayer = heading.level === 2 && heading.number?.startsWith(`${SCHEMA_CHAPTER}.`) && !heading.again;
      layer = isLayer && heading.number ? openLayer(reading, paragraph, heading.number) : null;
    } else if (isEmbedded(paragraph, before)) doubtEmbedded(reading.builder, paragraph);
    else if (layer) placeInSchema(reading, paragraph, layer);
    else placeElsewhere(reading, paragraph);
    before = paragraph;
  }
  if (layer) closeHeading(reading, layer);
}
