/** What the template holds, per layer: `npm run template:counts`, or with `-- --json` for machines. */
import { readFileSync } from 'node:fs';
import { checkTemplate } from '@/lib/domain/template/check-template';
import { countTemplate, type ElementCounts } from '@/lib/domain/template/count-template';

const FILE = new URL('../../prisma/templates/probleem-en-oorzakenschema.json', import.meta.url);
const HEADER = ['laag', 'blokken', 'groepen', 'punten', 'paren', 'voorbeelden', 'notities', 'regels', 'verwijzingen'];

function row(name: string, { blocks, groups, points, references }: ElementCounts): string {
  const { point, pair, example, note, total } = points;
  return cells([name, blocks, groups, point, pair, example, note, total, references]);
}

function cells(values: readonly (string | number)[]): string {
  return values.map((value) => String(value).padStart(13)).join('');
}

function main(): void {
  const check = checkTemplate(JSON.parse(readFileSync(FILE, 'utf8')));
  if (!check.ok) {
    for (const { rule, path, message } of check.problems) process.stderr.write(`[${rule}] ${path}: ${message}\n`);
    process.exitCode = 1;
    return;
  }
  const counts = countTemplate(check.template);
  const lines = process.argv.includes('--json')
    ? [JSON.stringify(counts, null, 2)]
    : [
        cells(HEADER),
        ...Object.entries(counts.layers).map(([name, layer]) => row(name, layer)),
        row('samen', counts.total),
      ];
  process.stdout.write(`${lines.join('\n')}\n`);
}

main();
