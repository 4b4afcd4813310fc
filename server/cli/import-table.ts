import type { ImportReport, SectionCount } from '@/lib/domain/evidence/parsed-source';
import { DOUBTFUL_WORDS, importTotals, nlImportCommand, SOURCE_KIND_WORDS } from '@/lib/messages/nl-import';

const NUMBER_WIDTH = 8;
const TITLE_WIDTH = 62;

const cut = (text: string, width: number) => (text.length > width ? `${text.slice(0, width - 1)}…` : text);

function row(number: string, title: string, counts: readonly (string | number)[]): string {
  const words = [number.padEnd(NUMBER_WIDTH), cut(title, TITLE_WIDTH).padEnd(TITLE_WIDTH)];
  return [...words, ...counts.map((count, at) => String(count).padStart(at === counts.length - 1 ? 18 : 12))].join('');
}

function sectionRows({ number, title, level, children, ...counts }: SectionCount): string[] {
  const { quotes, explanations, wordings, texts, quotesWithin } = counts;
  const indented = `${'  '.repeat(level - 1)}${title}`;
  const own = row(number ?? '', indented, [quotes, explanations, wordings, texts, quotesWithin]);
  return [own, ...children.flatMap(sectionRows)];
}

function list(title: string, lines: readonly string[]): string[] {
  return ['', title, ...(lines.length > 0 ? lines : [nlImportCommand.none]).map((line) => `  ${line}`)];
}

/** What an import found, for people: a row per chapter and section, then the lines to look at. */
export function importTable(report: ImportReport): string {
  const { title, kind, dated, totals, chapters, anchored, missingDocuments, doubtful } = report;
  const [numberName = '', titleName = '', ...columns] = nlImportCommand.columns;
  return [
    title,
    SOURCE_KIND_WORDS[kind],
    ...(dated ? [nlImportCommand.dated(dated)] : []),
    importTotals(totals).join(' · '),
    nlImportCommand.anchored(anchored),
    '',
    row(numberName, titleName, columns),
    ...chapters.flatMap(sectionRows),
    ...(anchored.without.length > 0 ? list(nlImportCommand.without, [anchored.without.join(', ')]) : []),
    ...(missingDocuments.length > 0 ? list(nlImportCommand.missingDocuments, missingDocuments) : []),
    ...list(
      nlImportCommand.doubtful,
      doubtful.map(({ line, excerpt, why }) => `${nlImportCommand.line(line)}: ${excerpt} – ${DOUBTFUL_WORDS[why]}`),
    ),
    '',
  ].join('\n');
}
