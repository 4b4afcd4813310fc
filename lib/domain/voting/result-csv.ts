import type { Tally } from './tally-ballots';

const HEADER = ['Plaats', 'Nummer', 'Interventiepunt', 'Stippen', 'Stemmers'];
const BYTE_ORDER_MARK = '\uFEFF';

/** [V4] A spreadsheet would run a cell that starts like a formula; RFC 4180 quotes the rest. */
function cell(value: string | number): string {
  const text = String(value);
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** RFC 4180 with a byte order mark (spreadsheets take it for UTF-8); labels by point number. */
export function resultCsv(tally: Tally, labels: ReadonlyMap<string, string>): string {
  const lines = tally.items.map(({ rank, number, dots, voters }) => [
    rank,
    number,
    labels.get(number) ?? '',
    dots,
    voters,
  ]);
  return BYTE_ORDER_MARK + [HEADER, ...lines].map((line) => `${line.map(cell).join(',')}\r\n`).join('');
}
