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

function begin({ no, text, page }: TextLine, tight: boolean): Paragraph {
  const { rest, ...mark } = markOf(text);
  return { no, lines: [no], text: rest, tight, page, pageNumber: PAGE_NUMBER.test(text), ...mark };
}

/** Whether a line goes on in the next one: only where lines were broken to fit a page. */
function goesOn(last: Paragraph, lastLine: TextLine, next: Paragraph, wrapping: Wrapping): boolean {
  if (next.bullet || next.depth > 0 || next.pageNumber || last.pageNumber || next.text.includes('\t')) return false;
  if (lastLine.split) return true;
  if (!wrapping.wrapped || (next.page && isEnded(lastLine.text))) return false;
  return wrapping.continues(lastLine.text, next.text);
}

/** Lines put together where a page's width broke them; blank lines and marks begin something new. */
export function paragraphsOf(lines: readonly TextLine[]): Paragraph[] {
  const wrapping = wrappingOf(lines);
  const paragraphs: Paragraph[] = [];
  const parts: string[][] = [];
  let before: TextLine | null = null;
  for (const line of lines) {
    if (line.text !== '') {
      const next = begin(line, before !== null);
      const last = paragraphs.at(-1);
      if (before && last && goesOn(last, before, next, wrapping)) {
        last.lines.push(line.no);
        parts.at(-1)?.push(before.split ? `\u00ad${next.text}` : next.text);
      } else {
        paragraphs.push(next);
        parts.push([next.text]);
      }
    }
    before = line.text === '' ? null : line;
  }
  return paragraphs.map((paragraph, index) => ({ ...paragraph, text: joinLines(parts[index] ?? []) }));
}
