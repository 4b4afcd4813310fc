/** One piece of text on a page: position of its baseline from bottom left, sizes in the same units. */
export type PlacedText = { str: string; x: number; y: number; width: number; height: number };

type Line = { y: number; height: number; pieces: PlacedText[] };

/** Pieces whose baselines differ less than this part of their height stand on one line. */
const SAME_LINE = 0.45;
/** A gap this wide between two pieces is a space; this high between two lines an empty line. */
const SPACE = 0.18;
const PARAGRAPH = 1.75;
/** An indent of a bullet, in heights of the letters. */
const INDENT = 1.2;
const BULLET = /^[•●▪◦‣∙○]\s*/;

function toLines(pieces: readonly PlacedText[]): Line[] {
  const lines: Line[] = [];
  for (const piece of pieces) {
    if (piece.str === '') continue;
    const line = lines.at(-1);
    const near = line && Math.abs(line.y - piece.y) <= SAME_LINE * Math.max(line.height, piece.height);
    if (near) {
      line.pieces.push(piece);
      line.height = Math.max(line.height, piece.height);
    } else {
      lines.push({ y: piece.y, height: piece.height, pieces: [piece] });
    }
  }
  return lines;
}

function textOf({ pieces, height }: Line): string {
  let text = '';
  let end = Number.NaN;
  for (const { str, x, width } of pieces) {
    if (x - end > SPACE * height && !text.endsWith(' ')) text += ' ';
    text += str;
    end = x + width;
  }
  return text.replaceAll(/[ \u00a0]+/g, ' ').trim();
}

/** [IM5] A page as lines in the order in which the page draws them, bullets as `- `, empty lines between paragraphs. */
export function pdfPageToLines(pieces: readonly PlacedText[]): string[] {
  const lines = toLines(pieces).filter((line) => textOf(line) !== '');
  const left = Math.min(...lines.map((line) => line.pieces[0]?.x ?? 0));
  return lines.flatMap((line, at) => {
    const before = lines[at - 1];
    const apart = before && Math.abs(before.y - line.y) > PARAGRAPH * Math.max(before.height, line.height);
    const text = textOf(line);
    const item = BULLET.test(text);
    const depth = Math.floor(((line.pieces[0]?.x ?? 0) - left) / (INDENT * (line.height || 1)));
    const written = item ? `${'  '.repeat(Math.min(4, Math.max(0, depth - 1)))}- ${text.replace(BULLET, '')}` : text;
    return apart ? ['', written] : [written];
  });
}
