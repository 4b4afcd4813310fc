/** A line of a text, tidied. Tabs stay: lists of contents and of abbreviations hang on them. */
export type TextLine = {
  /** 1-based */
  no: number;
  text: string;
  /** a page begins here, by a form feed or by the lone space that exports leave in its place */
  page: boolean;
  /** the word at the end goes on in the next line (soft hyphen) */
  split: boolean;
};

const INVISIBLE = /[\u200b-\u200d\u2060\ufeff]/g;
const BREAKS = /\r\n?|[\n\u0085\u2028\u2029]/;
/** Bullets of word processors that live in the private area of a symbol font. */
const SYMBOL_BULLET = /^[\uf000-\uf0ff]/;

function tidy(raw: string): string {
  return raw
    .replace(INVISIBLE, '')
    .replace(/\u00ad/g, '')
    .replace(/[\f\v]/g, ' ')
    .replace(/[ \u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]+/g, ' ')
    .replace(/[ \t]*\t[ \t]*/g, '\t')
    .replace(/^ /, '')
    .replace(SYMBOL_BULLET, '•');
}

const withoutEdges = (text: string): string => text.trim();

/** Every line of a text with its number, blank ones included. */
export function textLines(text: string): TextLine[] {
  return text.split(BREAKS).map((raw, index) => {
    const split = raw.trimEnd().endsWith('\u00ad');
    return { no: index + 1, text: lineText(raw), page: /^(?:\f| (?! *[-–—•*o·] ))/.test(raw), split };
  });
}

/** A tab at the edge carries nothing. */
function lineText(raw: string): string {
  return withoutEdges(tidy(raw.trim()));
}
