import { describe, expect, it } from 'vitest';
import { reportSource } from '@/lib/domain/evidence/report-source';
import { readSchema } from '../template/read-schema';
import { ANALYSIS, ANTHOLOGY, REPORT } from './invented-documents';
import { read } from './read';

const schema = readSchema();

describe('the report of an import', () => {
  it('[EV28] counts numbered chapters and what is in them, and lists the rest without counting it', () => {
    const report = reportSource(read(ANTHOLOGY), null);
    expect(report.totals).toEqual({
      chapters: 2,
      sections: 3,
      subsections: 2,
      quotes: 7,
      explanations: 0,
      wordings: 0,
      headings: 0,
      texts: 8,
      abbreviations: 3,
      doubtful: report.doubtful.length,
    });
    expect(report.chapters.map(({ title }) => title)).toEqual([
      'Bloemlezing Verzonnen zaken',
      'Voorwoord',
      'Appels en peren',
      'Noten',
      'Bijlage 1. Afkortingenlijst',
      'Colofon',
    ]);
  });

  it('[EV28] puts sections in their chapters and counts quotes on every level', () => {
    const chapter = reportSource(read(ANTHOLOGY), null).chapters[2];
    expect(chapter).toMatchObject({ number: '1', quotes: 0, quotesWithin: 6 });
    expect(chapter?.children.map(({ number, quotes, quotesWithin }) => [number, quotes, quotesWithin])).toEqual([
      ['1.1', 0, 4],
      ['1.2', 2, 2],
    ]);
    expect(chapter?.children[0]?.children.map(({ quotes }) => quotes)).toEqual([3, 1]);
  });

  it('[EV28] says what of the template got nothing, for the kind of document that should give it', () => {
    const analysis = reportSource(read(ANALYSIS), schema).anchored;
    expect(analysis).toMatchObject({ points: 7, headings: 9, interventionPoints: 0 });
    expect(analysis.without).toHaveLength(664 + 109 - 7 - 9);
    expect(reportSource(read(REPORT), schema).anchored).toMatchObject({
      points: 0,
      headings: 0,
      interventionPoints: 3,
    });
    expect(reportSource(read(REPORT), schema).anchored.without).toHaveLength(22);
    expect(reportSource(read(ANTHOLOGY), schema).anchored.without).toEqual([]);
    expect(reportSource(read(REPORT), null).anchored).toMatchObject({ interventionPoints: 3, without: [] });
  });
});
