import { numberedTitle } from './heading-number';
import type { Paragraph } from './paragraph';

type Candidate = { at: number; number: number };

const LONGEST = 120;
const RUNNING_TEXT = 60;

function candidates(body: readonly Paragraph[]): Candidate[] {
  return body.flatMap((paragraph, at) => {
    if (paragraph.bullet || paragraph.text.length > LONGEST || /[.;,:]$/.test(paragraph.text)) return [];
    const found = numberedTitle(paragraph.text, paragraph.depth > 0);
    return found?.level === 1 ? [{ at, number: found.parts[0] ?? 0 }] : [];
  });
}

/** Where the first section of each chapter stands: '3.1', else the lowest there is. */
function firstSections(body: readonly Paragraph[]): Map<number, number> {
  const first = new Map<number, number>();
  let highest = 0;
  for (const [at, paragraph] of body.entries()) {
    const found = paragraph.bullet ? null : numberedTitle(paragraph.text, paragraph.depth > 0);
    const chapter = found?.parts[0] ?? 0;
    if (found?.level !== 2 || chapter < highest || chapter > highest + 2 || first.has(chapter)) continue;
    first.set(chapter, at);
    highest = chapter;
  }
  return first;
}

/** An item of a list is followed by the next item, a chapter by what it has to say. */
function opensText(body: readonly Paragraph[], at: number): boolean {
  const next = body[at + 1];
  return next !== undefined && (next.depth > 0 || next.text.length >= RUNNING_TEXT) && !numberedTitle(next.text);
}

/**
 * Chapters of a text without a list of contents. '3. Iets' may be the third item of a list: the chapter is the last
 * such line before section 3.1, and where there is no 3.1 a line with running text under it.
 */
export function chaptersWithoutContents(body: readonly Paragraph[]): Set<Paragraph> {
  const all = candidates(body);
  const sections = firstSections(body);
  const chosen = new Set<Paragraph>();
  let last = -1;
  for (let number = 1; number < 100; number += 1) {
    const section = sections.get(number);
    const later = all.filter((candidate) => candidate.number === number && candidate.at > last);
    const found =
      section === undefined
        ? later.find(
            ({ at }) => opensText(body, at) && [...sections.values()].every((from) => from < at || from < last),
          )
        : later.filter(({ at }) => at < section).at(-1);
    const paragraph = body[found?.at ?? -1];
    if (!found || !paragraph) break;
    chosen.add(paragraph);
    last = Math.max(found.at, ...(section === undefined ? [] : [section]));
  }
  return chosen;
}
