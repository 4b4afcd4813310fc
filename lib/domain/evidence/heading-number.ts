import { withoutEmphasis } from './clean-text';

export type NumberedTitle = {
  /** 1 chapter, 2 section, 3 anything deeper */
  level: 1 | 2 | 3;
  parts: number[];
  /** as an address: '5', '5.3', '5.3.2' */
  number: string;
  title: string;
  /** 'Hoofdstuk 5.' leaves no doubt; '5.' may as well begin an item of a list */
  named: boolean;
};

const LONGEST = 260;
const MAY_BEGIN = /^[\s*_]*[\dh]/i;
const CHAPTER = /^hoofdstuk (\d{1,2})[.:]?\s+(\S.*)$/i;
const SECTION = /^(\d{1,2}(?:\.\d{1,2}){1,5})\.?\s+(["'‘“(*]*[A-Za-zÀ-ÿ].*)$/;
const ITEM = /^(\d{1,2})\.\s+(["'‘“(*]*[A-Za-zÀ-ÿ].*)$/;
const BARE = /^(\d{1,2})\s+([A-ZÀ-Ý].*)$/;

const LEVELS = [1, 1, 2, 3] as const;

function numbered(number: string, title: string, named: boolean): NumberedTitle {
  const parts = number.split('.').map(Number);
  return { level: LEVELS[parts.length] ?? 3, parts, number: parts.join('.'), title: title.trim(), named };
}

/** A line that begins with a number as headings do, or null. `marked`: '#' says that it is a heading. */
export function numberedTitle(raw: string, marked = false): NumberedTitle | null {
  if (raw.length > LONGEST || !MAY_BEGIN.test(raw)) return null;
  const text = withoutEmphasis(raw).trim();
  const chapter = CHAPTER.exec(text);
  if (chapter) return numbered(chapter[1] ?? '', chapter[2] ?? '', true);
  const found = SECTION.exec(text) ?? ITEM.exec(text) ?? (marked ? BARE.exec(text) : null);
  return found ? numbered(found[1] ?? '', found[2] ?? '', false) : null;
}

/** Letters and digits only, so that case, accents and punctuation do not tell two titles apart. */
export function titleKey(title: string): string {
  return title
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '');
}

const wordsOf = (title: string): string[] =>
  title
    .normalize('NFD')
    .toLowerCase()
    .replace(/\p{M}+/gu, '')
    .split(/[^a-z0-9]+/)
    .filter((word) => word.length > 1);

/** Titles that are meant to be the same, give or take a slip of the pen. */
export function isLikeTitle(one: string, other: string): boolean {
  if (titleKey(one) === titleKey(other)) return true;
  const words = new Set(wordsOf(one));
  const others = wordsOf(other);
  const shared = others.filter((word) => words.has(word)).length;
  return shared >= Math.max(words.size, others.length) * 0.6;
}

/** Whether numbers come later than those before them, compared part by part. */
export function isAfter(parts: readonly number[], before: readonly number[]): boolean {
  for (let at = 0; at < Math.max(parts.length, before.length); at += 1) {
    const [one = 0, other = 0] = [parts[at], before[at]];
    if (one !== other) return one > other;
  }
  return false;
}
