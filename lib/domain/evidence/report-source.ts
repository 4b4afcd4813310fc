import type { Template } from '../template/template';
import { anchorsOf } from './anchor';
import type { ImportReport, ParsedSection, ParsedSource, PassageKind, SectionCount } from './parsed-source';

const countOf = ({ passages }: ParsedSection, kind: PassageKind): number =>
  passages.filter((passage) => passage.kind === kind).length;

function countSection(section: ParsedSection): SectionCount {
  const { level, number, title } = section;
  const quotes = countOf(section, 'quote');
  return {
    number,
    title,
    level,
    quotes,
    explanations: countOf(section, 'explanation'),
    wordings: countOf(section, 'wording'),
    texts: countOf(section, 'text'),
    quotesWithin: quotes,
    children: [],
  };
}

/** Sections in their chapters. Quotes count in every section they lie within. */
function treeOf(sections: readonly ParsedSection[]): SectionCount[] {
  const roots: SectionCount[] = [];
  const open: SectionCount[] = [];
  for (const section of sections) {
    const count = countSection(section);
    while (open.length > 0 && (open.at(-1)?.level ?? 0) >= count.level) open.pop();
    for (const above of open) above.quotesWithin += count.quotes;
    (open.at(-1)?.children ?? roots).push(count);
    open.push(count);
  }
  return roots;
}

const withBelow = (count: SectionCount): SectionCount[] => [count, ...count.children.flatMap(withBelow)];

/** Where chapters have numbers, what stands before and behind them is listed but is no chapter. */
function totalsOf({ abbreviations, doubtful, sections }: ParsedSource, chapters: readonly SectionCount[]) {
  const isNumbered = chapters.some(({ number }) => number !== null);
  const counted = chapters.filter(({ number }) => !isNumbered || number !== null).flatMap(withBelow);
  const atLevel = (level: number): number => counted.filter((count) => count.level === level).length;
  const all = (kind: PassageKind): number => sections.reduce((sum, section) => sum + countOf(section, kind), 0);
  return {
    chapters: atLevel(1),
    sections: atLevel(2),
    subsections: atLevel(3),
    quotes: all('quote'),
    explanations: all('explanation'),
    wordings: all('wording'),
    headings: all('heading'),
    texts: all('text'),
    abbreviations: abbreviations.length,
    doubtful: doubtful.length,
  };
}

const WITHOUT_MOST = 2000;

function anchoredOf({ kind, sections }: ParsedSource, template: Template | null): ImportReport['anchored'] {
  const found = new Set(sections.flatMap(({ passages }) => passages.flatMap(({ anchor }) => anchor ?? [])));
  const known = template ? [...anchorsOf(template)] : [];
  const expected = kind === 'report' ? /^intervention\// : kind === 'analysis' ? /^(?:point|heading)\// : /^$/;
  const places = new Set(template ? known.map(([, anchor]) => anchor) : found);
  const count = (start: string): number =>
    [...found].filter((anchor) => anchor.startsWith(start) && places.has(anchor)).length;
  return {
    points: count('point/'),
    headings: count('heading/'),
    interventionPoints: count('intervention/'),
    without: known
      .filter(([, anchor]) => expected.test(anchor) && !found.has(anchor))
      .map(([id]) => id)
      .slice(0, WITHOUT_MOST),
  };
}

/** What an import found, per chapter and section; `template` tells which of its elements got nothing. */
export function reportSource(source: ParsedSource, template: Template | null): ImportReport {
  const { kind, slug, title, dated, evidence, missingDocuments, doubtful } = source;
  const chapters = treeOf(source.sections);
  const totals = totalsOf(source, chapters);
  const anchored = anchoredOf(source, template);
  return { kind, slug, title, dated, evidence, totals, chapters, anchored, missingDocuments, doubtful };
}
