import type { TextLine } from './text-lines';
import { isEnded, joinLines, type Wrapping, wrappingOf } from './wrapping';

/** A run of lines that belong together, without its list mark or '#'. */
export type Paragraph = {
  /** 1-based number of its first line */
  no: number;
  lines: number[];
  text: string;
  bullet: boolean;
  /** number of '#' before it; 0 when none */
  depth: number;
  /** directly under the line before it, without a blank one */
  tight: boolean;
  /** a page begins with it */
  page: boolean;
  /** nothing but the number of a page */
  pageNumber: boolean;
  /** a mark more than its kind of list has ('- -Gebruik') */
  strayMark: boolean;
};

const PAGE_NUMBER = /^(?:(?:pagina|blz\.?|p\.) ?)?\d{1,4}(?: ?(?:van|\/|\|) ?\d{1,4})?$/i;
const BULLET = /^(?:[-–—•◦▪▫■□●○‣⁃∙·*«»¢.]|[oe](?= ["'‘“(*]?[A-ZÀ-Ý0-9]))\s+(?=\S)/;
const GLUED = /^[-–•](?=[A-ZÀ-Ý])/;
const HASHES = /^#{1,12}\s+/;

function markOf(text: string): { bullet: boolean; depth: number; rest: string; strayMark: boolean } {
  const hashes = HASHES.exec(text)?.[0];
  if (hashes) return { bullet: false, depth: hashes.trim().length, rest: text.slice(hashes.length), strayMark: false };
  const mark = (BULLET.exec(text) ?? GLUED.exec(text))?.[0];
  if (mark === undefined) return { bullet: false, depth: 0, rest: text, strayMark: false };
  const rest = text.slice(mark.length);
  const again = GLUED.exec(rest)?.[0] ?? '';
  return { bullet: true, depth: 0, rest: rest.slice(again.length), strayMark: again !== '' };
}

/** A dash in the middle of a sentence came to stand at the beginning of a line. */
const DASH = /^[–—] [a-zà-öø-ÿ]/;

function begin({ no, text, page }: TextLine, tight: boolean, isDash: boolean): Paragraph {
  const { rest, ...mark } = isDash ? { bullet: false, depth: 0, rest: text, strayMark: false } : markOf(text);
  return { no, lines: [no], text: rest, tight, page, pageNumber: PAGE_NUMBER.test(text), ...mark };
}

/** Whether a line goes on in the next one: only where lines were broken to fit a page. */
function goesOn(last: Paragraph, lastLine: TextLine, next: Paragraph, wrapping: Wrapping): boolean {
  if (next.bullet || next.depth > 0 || next.pageNumber || last.pageNumber || next.text.includes('\t')) return false;
  if (lastLine.split) return true;
  if (!wrapping.wrapped || (next.page && isEnded(lastLine.text))) return false;
  return wrapping.continues(lastLine.text, next.text);
}

type Open = { paragraph: Paragraph; parts: string[]; line: TextLine };

const isOver = (next: Paragraph, crossed: boolean): boolean =>
  (crossed || next.page) && !next.bullet && next.depth === 0 && !next.pageNumber && !next.text.includes('\t');

/** Lines put together where a page's width or its end broke them; blank lines and marks begin something new. */
export function paragraphsOf(lines: readonly TextLine[]): Paragraph[] {
  const wrapping = wrappingOf(lines);
  const done: Open[] = [];
  let open: Open | null = null;
  let before: TextLine | null = null;
  let crossed = false;
  for (const line of lines) {
    const last = before;
    before = line.text === '' ? null : line;
    if (line.text === '') continue;
    const isDash = open !== null && last !== null && DASH.test(line.text) && wrapping.crosses(open.line.text);
    const next = begin(line, last !== null, isDash);
    const isRest = isDash || (open && last !== null && !crossed && goesOn(open.paragraph, open.line, next, wrapping));
    if (open && (isRest || (isOver(next, crossed) && open.paragraph.depth === 0 && wrapping.crosses(open.line.text)))) {
      open.paragraph.lines.push(line.no);
      open.parts.push(open.line.split ? `\u00ad${next.text}` : next.text);
      open.line = line;
      crossed = false;
      continue;
    }
    const begun: Open = { paragraph: next, parts: [next.text], line };
    done.push(begun);
    crossed = next.pageNumber && wrapping.wrapped;
    if (!next.pageNumber) open = begun;
  }
  return done.map(({ paragraph, parts }) => ({ ...paragraph, text: joinLines(parts) }));
}
