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

const INVISIBLE = /[\u00ad\u200b-\u200d\u2060\ufeff]/g;
const BREAKS = /\r\n?|[\n\u0085\u2028\u2029]/;
/** Bullets of word processors that live in the private area of a symbol font. */
const SYMBOL_BULLET = /^[\uf000-\uf0ff]/;

const UNTIDY = /[\u00a0\u00ad\u1680\u2000-\u200d\u202f\u205f\u2060\u3000\ufeff\uf000-\uf0ff\f\v\t]| {2}/;

/** One kind of space, one at a time; marks that nobody sees go. A tab at the edge carries nothing. */
function tidy(raw: string): string {
  if (!UNTIDY.test(raw)) return raw.trim();
  return raw
    .trim()
    .replace(INVISIBLE, '')
    .replace(/[\f\v\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/g, ' ')
    .replace(/ {2,}/g, ' ')
    .replace(/ ?\t[ \t]*/g, '\t')
    .replace(SYMBOL_BULLET, '•')
    .trim();
}

/** Every line of a text with its number, blank ones included. */
export function textLines(text: string): TextLine[] {
  return text.split(BREAKS).map((raw, index) => {
    const split = raw.trimEnd().endsWith('\u00ad');
    return { no: index + 1, text: tidy(raw), page: /^(?:\f| (?! *[-–—•*o·] ))/.test(raw), split };
  });
}
