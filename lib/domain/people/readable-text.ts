/**
 * Text people see as theirs must be what it seems: no control, direction, zero-width, private or unassigned
 * characters, and nothing that draws over its neighbours.
 */
const HIDDEN = /[\p{C}\p{Zl}\p{Zp}]/u;
/** Letters and marks that draw nothing, so the general categories miss them. */
const BLANK = /\u034F|\u115F|\u1160|\u17B4|\u17B5|\u2800|\u3164|\uFFA0/u;
/** More marks on one letter than any living script needs ("zalgo"). */
const STACKED_MARKS = /\p{M}{5}/u;
const VISIBLE = /[\p{L}\p{N}\p{P}\p{S}]/u;

/** One line: NFC, without space around it, single spaces inside. */
export function normalizeLine(text: string): string {
  return text.normalize('NFC').trim().replace(/\s+/gu, ' ');
}

/** Several lines: NFC, line ends as \n, without space around them. */
export function normalizeLines(text: string): string {
  return text.normalize('NFC').replace(/\r\n?/g, '\n').replaceAll('\t', ' ').trim();
}

/** Whether a normalised line holds only what can be seen, and something that can. */
export function isReadableLine(line: string): boolean {
  return VISIBLE.test(line) && !HIDDEN.test(line) && !BLANK.test(line) && !STACKED_MARKS.test(line);
}

/** The same for several lines; empty is fine. */
export function isReadableText(text: string): boolean {
  return text === '' || isReadableLine(text.replaceAll('\n', ' '));
}
