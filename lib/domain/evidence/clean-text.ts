export type CleanText = {
  text: string;
  /** notes of the editors that were left behind, as they stand */
  leftovers: string[];
  /** links that lead nowhere, by the words they stand on */
  deadLinks: string[];
};

const LINK = /\[([^[\]]{1,300})\]\(([^()\s]{0,300})\)/g;
/** `<voetnoot of uitschrijven>`, also when it opens or closes with another mark; '<->' and '<18' are no notes. */
const LEFTOVER = /[<‹] ?([a-zà-ÿ][^<>‹›]{2,78})[>›]/gi;
/** Without one of these there is nothing to clean. */
const MARKED = /[*[<‹\t]| {2}/;
const STRAY_END = /\s[‘“]$/;

/** Bold and italic marks go, the words stay. */
export function withoutEmphasis(text: string): string {
  if (!text.includes('*')) return text;
  return text.replace(/\*\*([^*]+)\*\*/g, '$1').replace(/\*([^*\s][^*]*)\*/g, '$1');
}

/** A whole paragraph in italics: how the report marks what somebody said. */
export function isItalic(text: string): boolean {
  if (text.startsWith('_')) return /^_(?!_)[^_]*_[.,;]?$/.test(text);
  return text.startsWith('*') && /^[\s.,;]*$/.test(text.replace(/\*(?!\s)[^*]+\*/g, ''));
}

/** Between quotation marks from end to end. */
export const isBetweenQuotes = (text: string): boolean => /^[“"„][^“”"„]*[”"][.]?$/.test(text);

/** The words of a text without markup; whatever was taken out is named, so that nothing is lost unseen. */
export function cleanText(raw: string): CleanText {
  if (!MARKED.test(raw) && !STRAY_END.test(raw.slice(-3))) return { text: raw, leftovers: [], deadLinks: [] };
  const deadLinks: string[] = [];
  const leftovers: string[] = [];
  const unlinked = raw.replace(LINK, (_, words: string, target: string) => {
    if ((target === '' || target === '#') && !/^[<‹]/.test(words)) deadLinks.push(words);
    return words;
  });
  const bare = unlinked.replace(LEFTOVER, (whole) => {
    leftovers.push(whole);
    return '';
  });
  const whole = bare.replace(STRAY_END, (mark) => {
    leftovers.push(mark.trim());
    return '';
  });
  const text = withoutEmphasis(whole)
    .replace(/\s{2,}|[^\S ]/g, ' ')
    .trim();
  return { text: leftovers.length > 0 ? text.replace(/ ([.,;])(?= |$)/g, '$1') : text, leftovers, deadLinks };
}
