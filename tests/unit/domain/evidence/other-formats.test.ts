/** The same document from another kind of file: other marks, other line ends, other widths. */
import { describe, expect, it } from 'vitest';
import { parseSource } from '@/lib/domain/evidence/parse-source';
import { reportSource } from '@/lib/domain/evidence/report-source';
import { HAS_SOURCES, readSchema, readShared } from '../template/read-schema';
import { ANALYSIS, ANTHOLOGY } from './invented-documents';
import { read, textsOf } from './read';
import { SOURCE_FILES } from './source-files';

const WIDTH = 95;

function wrapLine(line: string): string[] {
  if (line.includes('\t')) return [line];
  const lines: string[] = [];
  let last = '';
  for (const word of line.split(' ')) {
    if (last !== '' && last.length + 1 + word.length > WIDTH) lines.push(last);
    last = last === '' || last.length + 1 + word.length > WIDTH ? word : `${last} ${word}`;
  }
  return [...lines, last];
}

const wrap = (text: string): string[] => text.split('\n').flatMap(wrapLine);
/** Pages of 45 lines with their number at the foot. */
const paged = (text: string): string =>
  wrap(text)
    .flatMap((line, at) => (at % 45 === 44 ? [line, String((at + 1) / 45), '\f'] : [line]))
    .join('\n');

const FORMS: [string, (text: string) => string][] = [
  ['line ends of Windows', (text) => text.replaceAll('\n', '\r\n')],
  ['hard spaces and soft hyphens', (text) => text.replaceAll(' van ', ' van\u00a0').replaceAll('heid', '\u00adheid')],
  ['round bullets', (text) => text.replace(/^( *)- /gm, (_, indent) => (indent === '' ? '• ' : '   o '))],
  ['dashes', (text) => text.replace(/^( *)- /gm, '– ')],
  [
    'a blank line after each',
    (text) =>
      text
        .split('\n')
        .filter((line) => line.trim() !== '')
        .join('\n\n'),
  ],
  ['no tabs', (text) => text.replaceAll('\t', ' ')],
  ['lines of one width', (text) => wrap(text).join('\n')],
  ['pages with numbers', paged],
];

const totalsOf = (text: string, file: string) => {
  const outcome = parseSource(text, file);
  if (!outcome.ok) return outcome.refusal;
  const { anchored, totals } = reportSource(outcome.source, readSchema());
  const { doubtful: _, texts: __, ...counts } = totals;
  return { ...counts, without: anchored.without };
};

describe('in another form', () => {
  it.each(FORMS.slice(0, 6))('[EV27] %s change nothing in an invented document', (_, form) => {
    expect(textsOf(read(form(ANTHOLOGY)), 'quote')).toEqual(textsOf(read(ANTHOLOGY), 'quote'));
    expect(read(form(ANTHOLOGY)).abbreviations).toEqual(read(ANTHOLOGY).abbreviations);
    expect(textsOf(read(form(ANALYSIS)), 'heading')).toEqual(textsOf(read(ANALYSIS), 'heading'));
    expect(textsOf(read(form(ANALYSIS)), 'wording')).toHaveLength(7);
  });

  const all = SOURCE_FILES.slice(0, 3).flatMap((file) => FORMS.map(([name, form]) => ({ file, name, form })));
  it.skipIf(!HAS_SOURCES).each(all)('[EV27] $name change no count in $file', ({ file, form }) => {
    const text = readShared(`sources/${file}`);
    expect(totalsOf(form(text), file)).toEqual(totalsOf(text, file));
  });

  it.skipIf(!HAS_SOURCES)('[EV27] lines of one width change no word of a quote', () => {
    const text = readShared(`sources/${SOURCE_FILES[0]}`);
    const [one, other] = [text, paged(text)].map((form) => textsOf(read(form), 'quote'));
    expect(other?.every((quote, at) => quote === one?.[at])).toBe(true);
  });
});
