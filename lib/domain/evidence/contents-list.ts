import { withoutEmphasis } from './clean-text';
import { numberedTitle, titleKey } from './heading-number';
import type { Paragraph } from './paragraph';

export type ContentsEntry = {
  level: 1 | 2 | 3;
  number: string | null;
  title: string;
  line: number;
  /** behind a tab: the name of the file that hangs on it */
  attached: string | null;
};

export type Contents = {
  entries: ContentsEntry[];
  /** paragraphs that belong to a list of contents */
  used: Set<Paragraph>;
  /** lines in which the page of an entry is an error message */
  broken: Paragraph[];
};

const TITLE = /^(?:inhoudsopgave|inhoud|table of contents)(?: (?:kort|compleet|volledig))?$/i;
const LONGEST = 250;
/** The page behind an entry: after a tab, after dots or just after a space. */
const PAGE = /(?:\s|\.{2,} ?|…)(\d{1,3})$/;
const ERROR = /(?:\s|^)(?:fout!?|error!)\s*(?:bladwijzer niet gedefinieerd\.?)?$|^bladwijzer niet gedefinieerd\.?$/i;

const isContentsTitle = (text: string): boolean => text.length < 60 && TITLE.test(withoutEmphasis(text).trim());

function entryOf({ text, no, depth }: Paragraph): { entry: ContentsEntry; key: string; paged: boolean } {
  const plain = withoutEmphasis(text.replace(/\[([^[\]]{1,300})\]\([^()\s]{0,300}\)/g, '$1'));
  const bare = plain
    .replace(PAGE, '')
    .replace(ERROR, '')
    .replace(/[.… ]+$/, '')
    .trim();
  const found = numberedTitle(bare.replace('\t', ' '), true);
  const [title = '', ...attached] = (found?.title ?? bare).split('\t');
  const key = found ? found.number : titleKey(title);
  const level = found?.level ?? (depth > 0 || title === title.toUpperCase() ? 1 : 2);
  return {
    entry: {
      level,
      number: found?.number ?? null,
      title: title.trim(),
      line: no,
      attached: attached.join(' ') || null,
    },
    key,
    paged: PAGE.test(plain) || ERROR.test(plain),
  };
}

/** One list, from the paragraph after its title. It ends where its first entries come back as headings. */
function readList(paragraphs: readonly Paragraph[], from: number, contents: Contents): number {
  const keys = new Map<string, ContentsEntry>();
  const titles = new Set<string>();
  let last: ContentsEntry | null = null;
  let at = from;
  for (; at < paragraphs.length; at += 1) {
    const paragraph = paragraphs[at];
    if (!paragraph || paragraph.text.length > LONGEST || isContentsTitle(paragraph.text)) break;
    const { entry, key, paged } = entryOf(paragraph);
    if (keys.has(key) && !paged && !paragraph.pageNumber && key !== '') break;
    if (paragraph.depth > 0 && entry.number === null && titles.has(key)) break;
    contents.used.add(paragraph);
    if (ERROR.test(paragraph.text)) contents.broken.push(paragraph);
    if (paragraph.pageNumber || key === '') continue;
    if (last && entry.number === null && /^[a-zà-ÿ]/.test(entry.title)) last.title += ` ${entry.title}`;
    else {
      keys.set(key, entry);
      titles.add(titleKey(entry.title));
      last = entry;
    }
  }
  contents.entries = [...keys.values()];
  return at;
}

/** The lists of contents of a text; of a short and a complete one the complete one counts. */
export function readContents(paragraphs: readonly Paragraph[]): Contents {
  const contents: Contents = { entries: [], used: new Set(), broken: [] };
  for (let at = 0; at < paragraphs.length; at += 1) {
    const paragraph = paragraphs[at];
    if (!paragraph || !isContentsTitle(paragraph.text)) continue;
    contents.used.add(paragraph);
    at = readList(paragraphs, at + 1, contents) - 1;
  }
  return contents;
}
