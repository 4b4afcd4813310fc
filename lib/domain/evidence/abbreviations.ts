import type { Paragraph } from './paragraph';
import { addPassage, claim, doubt, type SourceBuilder } from './source-builder';

/** 'ACE(S)', 'KOPP/KOV', 'MDA++', 'TF-CGT', 'ExpEx': short, without a space, with two capitals or a digit in it. */
const SHORT = /^(?=[^A-Z]*[A-Z][^A-Z]*[A-Z0-9]|\d[A-Z])[A-Za-z0-9()/+&.-]{2,14}$/;
const CELL = /^\|\s*([^|]{1,40}?)\s*\|\s*([^|]+?)\s*\|?$/;

type Pair = { abbreviation: string; meaning: string };

export const isAbbreviationsTitle = (title: string): boolean =>
  /\bafkorting(?:en|enlijst)\b/i.test(title.slice(0, 200));

/** Abbreviation and meaning on one line: apart by a tab, in cells of a table, or by the first space. */
function pairOf(text: string): Pair | null {
  const tab = text.indexOf('\t');
  const cells = CELL.exec(text);
  if (cells) return { abbreviation: cells[1] ?? '', meaning: cells[2] ?? '' };
  const at = tab > 0 ? tab : text.indexOf(' ');
  const abbreviation = text.slice(0, at);
  if (at <= 0 || (tab < 0 && !SHORT.test(abbreviation))) return null;
  return { abbreviation, meaning: text.slice(at).replaceAll('\t', ' ').trim() };
}

function add(builder: SourceBuilder, paragraph: Paragraph, { abbreviation, meaning }: Pair): void {
  claim(builder, paragraph, 'abbreviation');
  const known = builder.abbreviations.get(abbreviation);
  if (known === undefined) builder.abbreviations.set(abbreviation, meaning);
  else doubt(builder, paragraph.no, paragraph.text, 'heading-twice');
}

/** A list of abbreviations. A word alone on a line has its meaning on the next; a line without one goes on. */
export function readAbbreviations(builder: SourceBuilder, paragraphs: readonly Paragraph[]): void {
  let waiting: Paragraph | null = null;
  let last: string | null = null;
  for (const paragraph of paragraphs) {
    const pair: Pair | null = waiting
      ? { abbreviation: waiting.text, meaning: paragraph.text.replaceAll('\t', ' ') }
      : pairOf(paragraph.text);
    if (pair) {
      if (waiting) claim(builder, waiting, 'abbreviation');
      add(builder, paragraph, pair);
      waiting = null;
      last = pair.abbreviation;
    } else if (SHORT.test(paragraph.text)) waiting = paragraph;
    else if (last !== null && paragraph.tight) {
      builder.abbreviations.set(last, `${builder.abbreviations.get(last) ?? ''} ${paragraph.text}`);
      claim(builder, paragraph, 'abbreviation');
    } else addPassage(builder, paragraph, 'text', null);
  }
  if (waiting) addPassage(builder, waiting, 'text', null);
}
