import { withoutEmphasis } from './clean-text';
import type { ContentsEntry } from './contents-list';
import { isAfter, isLikeTitle, type NumberedTitle, numberedTitle, titleKey } from './heading-number';
import { chaptersWithoutContents } from './outline-chapters';
import type { Paragraph } from './paragraph';

export type Heading = {
  level: 1 | 2 | 3;
  number: string | null;
  title: string;
  /** what the list of contents says about it */
  entry: ContentsEntry | null;
  /** the same number with the same title stood here before */
  again: boolean;
};

export type Outline = Map<Paragraph, Heading>;

/** Parts in front of and behind the chapters, by the names they go by. */
const FRONT_AND_BACK =
  /^(?:voorwoord(?: en leeswijzer)?|vooraf|samenvatting|managementsamenvatting|colofon|nawoord|slotwoord|dankwoord|literatuur(?:lijst)?|bronnen(?:lijst)?|bijlagen?(?: [a-z0-9]{1,2}\b.*)?)$/i;
const LONGEST_NAME = 120;
const LONGEST_TITLE = 160;

type State = { chapter: number; last: number[]; seen: Map<string, string> };

type Names = { byNumber: Map<string, ContentsEntry>; byTitle: Map<string, ContentsEntry> };

function namesOf(entries: readonly ContentsEntry[]): Names {
  const numbered = entries.flatMap((entry) => (entry.number === null ? [] : [[entry.number, entry] as const]));
  const unnumbered = entries
    .filter(({ number }) => number === null)
    .map((entry) => [titleKey(entry.title), entry] as const);
  return { byNumber: new Map(numbered), byTitle: new Map(unnumbered) };
}

function chapterOf(found: NumberedTitle, names: Names, state: State): boolean {
  const number = found.parts[0] ?? 0;
  if (number <= state.chapter) return false;
  if (found.named) return true;
  const entry = names.byNumber.get(found.number);
  return entry !== undefined && isLikeTitle(entry.title, found.title);
}

/** A section belongs to the chapter it stands in and comes after the one before it. */
function isSection(found: NumberedTitle, names: Names, state: State, paragraph: Paragraph): boolean {
  if (found.parts[0] !== state.chapter || !isAfter(found.parts, state.last)) return false;
  const entry = names.byNumber.get(found.number);
  if (entry && isLikeTitle(entry.title, found.title)) return true;
  if (paragraph.depth > 0) return true;
  return found.title.length <= LONGEST_TITLE && (isNext(found.parts, state.last) || !/[.;,]$/.test(found.title));
}

/** The first below the one before it, or the one right after it on any level. */
function isNext(parts: readonly number[], last: readonly number[]): boolean {
  const own = parts.at(-1) ?? 0;
  return parts.length > last.length ? own === 1 : own === (last[parts.length - 1] ?? 0) + 1;
}

function isAgain(found: NumberedTitle, state: State): boolean {
  return state.seen.get(found.number) === titleKey(found.title);
}

function unnumbered(paragraph: Paragraph, names: Names): Heading | null {
  const title = withoutEmphasis(paragraph.text).trim();
  if (paragraph.bullet || title.length > LONGEST_NAME) return null;
  const entry = names.byTitle.get(titleKey(title)) ?? null;
  if (entry) return { level: entry.level, number: null, title, entry, again: false };
  return FRONT_AND_BACK.test(title) ? { level: 1, number: null, title, entry: null, again: false } : null;
}

function numberedHeading(
  paragraph: Paragraph,
  names: Names,
  state: State,
  chosen: ReadonlySet<Paragraph>,
): Heading | null {
  const found = numberedTitle(paragraph.text, paragraph.depth > 0);
  if (!found || paragraph.bullet) return null;
  const heading = { number: found.number, title: found.title, entry: names.byNumber.get(found.number) ?? null };
  const isChapter = found.level === 1 && (chapterOf(found, names, state) || chosen.has(paragraph));
  if (isChapter || (found.level > 1 && isSection(found, names, state, paragraph))) {
    if (isChapter) state.chapter = found.parts[0] ?? 0;
    state.last = found.parts;
    state.seen.set(found.number, titleKey(found.title));
    return { ...heading, level: found.level, again: false };
  }
  return isAgain(found, state) ? { ...heading, level: found.level, again: true } : null;
}

/** Which paragraphs are headings of chapters and sections. Numbers that do not fit where they stand are just text. */
export function outlineOf(body: readonly Paragraph[], entries: readonly ContentsEntry[]): Outline {
  const names = namesOf(entries);
  const hasChapters = entries.some(({ level, number }) => level === 1 && number !== null);
  const chosen = hasChapters ? new Set<Paragraph>() : chaptersWithoutContents(body);
  const state: State = { chapter: 0, last: [], seen: new Map() };
  const outline: Outline = new Map();
  for (const paragraph of body) {
    const heading = numberedHeading(paragraph, names, state, chosen) ?? unnumbered(paragraph, names);
    if (heading) outline.set(paragraph, heading);
  }
  return outline;
}
