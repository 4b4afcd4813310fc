import type { Paragraph } from './paragraph';
import { type SourceBuilder, setAside } from './source-builder';

/** The name under the icon of a file that hung in the document: '20260324 Schema' and the line below it. */
const FILE_NAME = /^20\d{6} \S/;
const LONGEST = 80;

export function isEmbedded(paragraph: Paragraph, before: Paragraph | null): boolean {
  if (paragraph.bullet || paragraph.depth > 0 || paragraph.text.length > LONGEST) return false;
  return FILE_NAME.test(paragraph.text) || (paragraph.tight && before !== null && FILE_NAME.test(before.text));
}

export function doubtEmbedded(builder: SourceBuilder, paragraph: Paragraph): void {
  setAside(builder, paragraph, 'stray-marker');
}
