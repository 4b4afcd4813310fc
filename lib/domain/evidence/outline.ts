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

/** Parts in front of the chapters, by the names they go by. */
const FRONT =
  /^(?:voorwoord(?: en leeswijzer)?|vooraf|samenvatting|managementsamenvatting|nawoord|slotwoord|dankwoord)$/i;
/** An annex is part of a text only behind its chapters: 'Bijlage E' may be its own title. */
const BACK = /^(?:colofon|literatuur(?:lijst)?|bronnen(?:lijst)?|bijlagen?(?: [a-z0-9]{1,2}\b.*)?)$/i;
const LONGEST_NAME = 120;
const LONGEST_TITLE = 160;
const MOST_ALIKE = 8;

type State = { chapter: number; last: number[]; seen: Map<string, string> };

type Names = {
  byNumber: Map<string, ContentsEntry>;
  byTitle: Map<string, ContentsEntry>;
  byStart: Map<string, ContentsEntry[]>;
  /** entries with a number, by their titles */
  numbered: Map<string, ContentsEntry[]>;
  /** numbers of the chapters, in the order of the contents */
  chapters: string[];
  used: Set<ContentsEntry>;
};

/** Letters that two spellings of one title share. */
const SAME_START = 12;

function namesOf(entries: readonly ContentsEntry[]): Names {
  const names: Names = {
    byNumber: new Map(),
    byTitle: new Map(),
    byStart: new Map(),
    numbered: new Map(),
    chapters: [],
    used: new Set(),
  };
  for (const entry of entries) {
    const key = titleKey(entry.title);
    const start = names.byStart.get(key.slice(0, SAME_START));
    if (entry.number !== null) {
      names.byNumber.set(entry.number, entry);
      if (entry.level === 1) names.chapters.push(entry.number);
      names.numbered.set(key, [...(names.numbered.get(key) ?? []), entry].slice(-MOST_ALIKE * 4));
    } else if (start === undefined || start.length < MOST_ALIKE) {
      names.byTitle.set(key, entry);
      names.byStart.set(key.slice(0, SAME_START), [...(start ?? []), entry]);
    }
  }
  return names;
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

/** The entry of a title without a number, also where a slip of the pen tells them apart. Each entry once. */
function entryOf(title: string, names: Names): ContentsEntry | null {
  if (names.byTitle.size === 0) return null;
  const key = titleKey(title);
  const near = names.byStart.get(key.slice(0, SAME_START)) ?? [];
  const entry = names.byTitle.get(key) ?? near.find((other) => isLikeTitle(other.title, title)) ?? null;
  if (entry === null || names.used.has(entry)) return null;
  names.used.add(entry);
  return entry;
}

function unnumbered({ bullet, text }: Paragraph, names: Names, { chapter }: State): Heading | null {
  const title = withoutEmphasis(text).trim();
  if (bullet || title.length > LONGEST_NAME) return null;
  const entry = entryOf(title, names);
  if (entry) return { level: entry.level, number: null, title, entry, again: false };
  const isPart = FRONT.test(title) || (chapter > 0 && BACK.test(title));
  return isPart ? { level: 1, number: null, title, entry: null, again: false } : null;
}

/** Word processors number headings themselves, and such numbers are lost; the contents still have them. */
function numberFromContents({ depth, text }: Paragraph, names: Names, state: State): NumberedTitle | null {
  if (depth === 0 || names.numbered.size === 0 || text.length > LONGEST_TITLE) return null;
  const title = withoutEmphasis(text).trim();
  for (const { level, number } of names.numbered.get(titleKey(title)) ?? []) {
    const parts = (number ?? '').split('.').map(Number);
    const fits =
      level === 1
        ? number === names.chapters.find((chapter) => Number(chapter) > state.chapter)
        : parts[0] === state.chapter;
    if (number !== null && fits && isAfter(parts, state.last)) return { level, parts, number, title, named: false };
  }
  return null;
}

function numberedHeading(
  paragraph: Paragraph,
  names: Names,
  state: State,
  chosen: ReadonlySet<Paragraph>,
): Heading | null {
  const found = numberedTitle(paragraph.text, paragraph.depth > 0) ?? numberFromContents(paragraph, names, state);
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
    const heading = numberedHeading(paragraph, names, state, chosen) ?? unnumbered(paragraph, names, state);
    if (heading) outline.set(paragraph, heading);
  }
  return outline;
}
