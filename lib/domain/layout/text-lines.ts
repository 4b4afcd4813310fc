import { FONT_WIDTHS, type FontWeight, UNKNOWN_WIDTH } from './font-widths';

/** Browsers differ by a hair in how they place glyphs; lines are broken a little before they are full. */
const SAFETY = 1.025;

function charWidth(char: string, weight: FontWeight): number {
  const table = FONT_WIDTHS[weight];
  const code = char.codePointAt(0) ?? 0;
  if (code >= 0x20 && code < 0x7f) return table.ascii[code - 0x20] ?? UNKNOWN_WIDTH;
  if (code >= 0xa0 && code < 0x100) return table.latin[code - 0xa0] ?? UNKNOWN_WIDTH;
  return table.marks[char] ?? UNKNOWN_WIDTH;
}

/** Width of one line of text, in the unit of `size`. */
export function textWidth(text: string, size: number, weight: FontWeight): number {
  let thousandths = 0;
  for (const char of text) thousandths += charWidth(char, weight);
  return (thousandths * size * SAFETY) / 1000;
}

/** The part of `word` that fits in `width` (at least one character), and the rest. */
function splitWord(word: string, width: number, size: number, weight: FontWeight): [string, string] {
  const chars = [...word];
  let fits = 1;
  while (fits < chars.length && textWidth(chars.slice(0, fits + 1).join(''), size, weight) <= width) fits += 1;
  return [chars.slice(0, fits).join(''), chars.slice(fits).join('')];
}

/** Where a long word may be broken without looking odd: after a slash or a hyphen. */
function pieces(text: string): string[] {
  return text.split(/(?<=[/-])(?=\p{L}{3})|(?= )/u).filter((piece) => piece !== '');
}

/** The text, cut with an ellipsis when it is wider than `width`. */
export function shortened(text: string, width: number, size: number, weight: FontWeight): string {
  if (textWidth(text, size, weight) <= width) return text;
  const chars = [...text];
  while (chars.length > 1 && textWidth(`${chars.join('')}…`, size, weight) > width) chars.pop();
  return `${chars.join('').trimEnd()}…`;
}

/** Breaks `text` into lines no wider than `width`; explicit line ends stay. Every character of a word is kept. */
export function breakLines(text: string, width: number, size: number, weight: FontWeight): string[] {
  return text.split('\n').flatMap((paragraph) => breakParagraph(paragraph, width, size, weight));
}

function breakParagraph(text: string, width: number, size: number, weight: FontWeight): string[] {
  const lines: string[] = [];
  let line = '';
  for (const piece of pieces(text)) {
    if (textWidth(line + piece, size, weight) <= width || (line === '' && piece === ' ')) {
      line += piece;
      continue;
    }
    if (line.trim() !== '') lines.push(line.trim());
    line = piece.trimStart();
    while (textWidth(line, size, weight) > width && [...line].length > 1) {
      const [head, tail] = splitWord(line, width, size, weight);
      lines.push(head);
      line = tail;
    }
  }
  lines.push(line.trim());
  return lines;
}
