import type { ImportReport, SectionCount } from '@/lib/domain/evidence/parsed-source';

const LONGEST = 80;

const short = (title: string): string => (title.length > LONGEST ? `${title.slice(0, LONGEST - 1)}…` : title);

const COLUMNS = ['Nummer', 'Titel', 'Citaten', 'Uitleg', 'Punten', 'Overige alinea’s'];

function row(count: SectionCount): string {
  const { children, explanations, level, number, quotes, quotesWithin, texts, title, wordings } = count;
  const within = children.length > 0 && quotesWithin > 0 ? `${quotesWithin}` : `${quotes}`;
  const name = level === 1 ? `**${short(title)}**` : short(title);
  return `| ${number ?? ''} | ${name} | ${within} | ${explanations} | ${wordings} | ${texts} |`;
}

const rows = (count: SectionCount): string[] => [row(count), ...count.children.flatMap(rows)];

function total({
  abbreviations,
  chapters,
  doubtful,
  explanations,
  headings,
  quotes,
  sections,
  subsections,
  texts,
  wordings,
}: ImportReport['totals']): string {
  return [
    `${chapters} hoofdstukken, ${sections} paragrafen, ${subsections} subparagrafen`,
    `${quotes} citaten, ${explanations} alinea’s uitleg, ${wordings} punten, ${headings} koppen van het schema`,
    `${texts} overige alinea’s, ${abbreviations} afkortingen, ${doubtful} twijfelachtige regels`,
  ].join('; ');
}

function reasons({ doubtful }: ImportReport): string {
  const counts = new Map<string, number>();
  for (const { why } of doubtful) counts.set(why, (counts.get(why) ?? 0) + 1);
  return [...counts]
    .sort(([one], [other]) => one.localeCompare(other))
    .map(([why, count]) => `${why} ${count}`)
    .join(', ');
}

/** An import as people read it: numbers and titles, never a line of running text. */
export function printReport(report: ImportReport): string {
  const { anchored, chapters, dated, kind, missingDocuments, slug, title, totals } = report;
  return [
    `## ${short(title)}`,
    '',
    `\`${slug}\`, soort \`${kind}\`${dated ? `, ${dated}` : ''}. ${total(totals)}.`,
    '',
    `Van het schema gevonden: ${anchored.points} punten, ${anchored.headings} koppen, ${anchored.interventionPoints} interventiepunten; zonder tekst: ${anchored.without.length}.`,
    '',
    `Twijfel: ${reasons(report) || 'geen'}.`,
    '',
    ...(missingDocuments.length > 0
      ? ['Niet beschikbaar:', '', ...missingDocuments.map((name) => `- ${short(name)}`), '']
      : []),
    `| ${COLUMNS.join(' | ')} |`,
    '|---|---|--:|--:|--:|--:|',
    ...chapters.flatMap(rows),
    '',
  ].join('\n');
}
