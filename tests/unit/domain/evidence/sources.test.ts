/** The documents themselves, beside a second reading of them. Nothing of their text is in here. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { anchorsOf } from '@/lib/domain/evidence/anchor';
import type { ImportReport, SectionCount } from '@/lib/domain/evidence/parsed-source';
import { reportSource } from '@/lib/domain/evidence/report-source';
import { HAS_SOURCES, readSchema, readShared } from '../template/read-schema';
import { INTERVENTIONS, POINTS, QUOTES } from './counted-independently';
import { printReport } from './print-report';
import { doubted, read, textsOf } from './read';
import { SOURCE_FILES } from './source-files';

const FIXTURE = new URL('../../../fixtures/import-report.md', import.meta.url);
const schema = readSchema();
const texts = HAS_SOURCES ? SOURCE_FILES.map((file) => readShared(`sources/${file}`)) : [];
const sources = texts.map((text, at) => read(text, SOURCE_FILES[at]));
const reports = sources.map((source) => reportSource(source, schema));

function of<Item>(items: Item[], at: number): Item {
  const item = items[at];
  if (item === undefined) throw new Error('no such document');
  return item;
}

const withBelow = (count: SectionCount): SectionCount[] => [count, ...count.children.flatMap(withBelow)];
const sectionsOf = ({ chapters }: ImportReport): SectionCount[] => chapters.flatMap(withBelow);

describe.skipIf(!HAS_SOURCES)('the anthology', () => {
  it('[EV30] holds 11 chapters, 96 sections, 113 subsections, 2534 quotes and 58 abbreviations', () => {
    expect(of(reports, 0).totals).toMatchObject({
      chapters: 11,
      sections: 96,
      subsections: 113,
      quotes: 2534,
      abbreviations: 58,
    });
    expect(of(sources, 0)).toMatchObject({ kind: 'anthology', slug: 'bloemlezing-problemen-en-oorzaken' });
  });

  it('[EV30] has in each section as many quotes as the second reading counts', () => {
    const counts = sectionsOf(of(reports, 0)).filter(({ level, number }) => level > 1 && number !== null);
    const ours = Object.keys(QUOTES).map((chapter) => [
      chapter,
      counts
        .filter(({ number }) => number?.startsWith(`${chapter}.`))
        .map(({ number, quotes }) => `${number}:${quotes}`)
        .join(' '),
    ]);
    expect(Object.fromEntries(ours)).toEqual(QUOTES);
  });

  it('[EV30] counts for a chapter what is in it', () => {
    const chapters = of(reports, 0).chapters.filter(({ number }) => number !== null);
    expect(chapters.map(({ quotesWithin }) => quotesWithin).reduce((sum, count) => sum + count, 0)).toBe(2534);
    expect(chapters.map(({ quotes }) => quotes)).toEqual(chapters.map(() => 0));
  });

  it('[EV30] says what is odd about it', () => {
    const source = of(sources, 0);
    const lines = (why: Parameters<typeof doubted>[1]) =>
      source.doubtful.filter((line) => line.why === why).map(({ line }) => line);
    expect(lines('page-break')).toEqual([45, 410, 540, 574, 846, 1790, 2112, 2628, 3588, 3876, 3996, 4726, 5314, 5490]);
    expect(lines('leftover-markup')).toEqual([1096, 1794, 2498, 3854, 3962, 5552]);
    expect(lines('not-in-contents')).toEqual([2856, 3930, 5040]);
    expect(lines('contents-only')).toEqual([]);
    expect(lines('contents-differ')).toEqual([53, 57, 342, 800, 4550, 5524, 5842]);
    expect(lines('unfinished')).toEqual([1328, 2166, 3012, 3958, 5386, 5540]);
    expect(lines('number-clash')).toHaveLength(12);
    expect(lines('footnote')).toEqual([718]);
    expect(lines('broken-reference')).toEqual([86, 87]);
    expect(lines('unknown-line')).toEqual([]);
  });
});

describe.skipIf(!HAS_SOURCES)('the analysis', () => {
  it('[EV30] gives every point and every heading of the schema its wording', () => {
    const { anchored, totals } = of(reports, 1);
    expect(anchored).toEqual({ points: 664, headings: 109, interventionPoints: 0, without: [] });
    expect(totals).toMatchObject({ chapters: 6, sections: 20, wordings: 664, headings: 109, doubtful: 21 });
  });

  it('[EV30] takes the wording of a point from the line its locator names', () => {
    const lines = of(texts, 1).split('\n');
    const known = anchorsOf(schema);
    const wordings = new Map(
      of(sources, 1).sections.flatMap(({ passages }) =>
        passages.flatMap((one) => (one.anchor && one.kind !== 'text' ? [[one.anchor, one]] : [])),
      ),
    );
    const bare = (text: string) => text.replace(/^ *- /, '').replaceAll('*', '').trim();
    for (const { id, locator } of schema.points) {
      const passage = wordings.get(known.get(id) ?? '');
      expect([id, passage?.line]).toEqual([id, locator.line]);
      expect([id, passage?.text.startsWith(bare(lines[(locator.line ?? 0) - 1] ?? ' '))]).toEqual([id, true]);
    }
    for (const { id, locator } of [...schema.layers, ...schema.blocks, ...schema.groups])
      expect([id, wordings.get(known.get(id) ?? '')?.line]).toEqual([id, locator.line]);
  });

  it('[EV30] has as many points in each layer as the second reading counts', () => {
    const layers = sectionsOf(of(reports, 1)).filter(({ number }) => number !== null && number in POINTS);
    expect(Object.fromEntries(layers.map(({ number, wordings }) => [number, wordings]))).toEqual(POINTS);
  });

  it('[EV19] finds nothing under the headings that the schema holds for empty', () => {
    const empty = schema.blocks.filter(({ emptyReason, locator }) => emptyReason && locator.section !== '5.11');
    const found = of(sources, 1)
      .doubtful.filter(({ why }) => why === 'empty-heading')
      .map(({ line }) => line);
    expect(found).toEqual(empty.map(({ locator }) => locator.line));
    expect(doubted(of(sources, 1), 'empty-heading').filter((text) => text.startsWith('Discriminatoire'))).toHaveLength(
      3,
    );
  });
});

describe.skipIf(!HAS_SOURCES)('the report', () => {
  it('[EV30] explains each of the 25 intervention points and has the quotes the second reading counts', () => {
    const source = of(sources, 2);
    const points = schema.interventionPoints.map(({ number }) => {
      const passages = source.sections
        .flatMap((section) => section.passages)
        .filter(({ anchor }) => anchor === `intervention/${number}`);
      const quotes = passages.filter(({ kind }) => kind === 'quote').length;
      return `${number}:${quotes}/${passages.length - quotes}`;
    });
    expect(points.join(' ')).toBe(INTERVENTIONS);
    expect(points.filter((point) => point.endsWith('/0'))).toEqual([]);
    expect(of(reports, 2).totals).toMatchObject({ chapters: 5, sections: 14, quotes: 59, explanations: 49 });
  });

  it('[EV30] has the section of each point where its locator says', () => {
    const lines = of(sources, 2).sections.map(({ line }) => line);
    expect(schema.interventionPoints.filter(({ locator }) => !lines.includes(locator.line ?? 0))).toEqual([]);
  });

  it('[EV23] names the one anthology and the annexes that are not supplied', () => {
    expect(of(reports, 2).missingDocuments.map((name) => name.slice(0, 11))).toEqual([
      'Bloemlezing',
      ...['A', 'B', 'C', 'D', 'F', 'G', 'I'].map((letter) => `Bijlage ${letter} -`),
    ]);
    expect(of(reports, 0).missingDocuments).toEqual(['Bloemlezing Trends en ontwikkelingen']);
    expect(of(reports, 1).missingDocuments).toEqual(['Bloemlezing Trends en ontwikkelingen', 'Bijlage F']);
  });
});

describe.skipIf(!HAS_SOURCES)('the other documents', () => {
  it.each([
    [3, 'leren-van-calamiteiten-2', { chapters: 5, sections: 12, subsections: 5 }],
    [4, 'sturen-op-gezinsveiligheid', { chapters: 5, sections: 18, subsections: 21 }],
  ])('[EV30] document %i is %s', (at, slug, totals) => {
    expect(of(reports, at)).toMatchObject({ kind: 'other', evidence: 'onderzoek', slug, totals });
    expect(textsOf(of(sources, at), 'text').length).toBeGreaterThan(80);
  });
});

describe.skipIf(!HAS_SOURCES)('the printed report', () => {
  const printed = () =>
    `# Wat een import vindt\n\nGemaakt door tests/unit/domain/evidence/sources.test.ts; bij een hoofdstuk of paragraaf met delen telt het getal die delen mee.\n\n${reports.map(printReport).join('\n')}`;

  it('[EV31] is what the fixture says; UPDATE_REPORT=1 writes it anew', () => {
    if (process.env.UPDATE_REPORT || !existsSync(FIXTURE)) writeFileSync(FIXTURE, printed());
    expect(readFileSync(FIXTURE, 'utf8')).toBe(printed());
  });

  it('[EV31] holds no line of running text', () => {
    const passages = sources.flatMap(({ sections }) =>
      sections.flatMap(({ passages: all }) => all.map(({ text }) => text)),
    );
    const fixture = readFileSync(FIXTURE, 'utf8');
    const kept = passages.filter((text) => text.length > 80 && fixture.includes(text));
    expect(kept).toEqual([]);
  });
});
