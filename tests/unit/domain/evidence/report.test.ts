import { describe, expect, it } from 'vitest';
import { REPORT } from './invented-documents';
import { anchorsOfKind, doubted, outlineOf, read, textsOf } from './read';

const source = read(REPORT);

describe('the report', () => {
  it('[EV21] explains each intervention point, counted per cluster', () => {
    expect(anchorsOfKind(source, 'explanation')).toEqual([
      'intervention/1.1',
      'intervention/1.1',
      'intervention/1.1',
      'intervention/1.2',
      'intervention/2.1',
    ]);
    expect(outlineOf(source).filter((line) => line.startsWith('3 -'))).toEqual([
      '3 - 1. De boom',
      '3 - Te weinig snoeien',
      '3 - Te veel snoeien',
      '3 - Geen ladder',
    ]);
  });

  it('[EV21] takes a paragraph in italics at a point for a quote, and nowhere else', () => {
    expect(textsOf(source, 'quote')).toEqual(['Mijn boom viel om.', 'Ik heb geen ladder']);
    expect(anchorsOfKind(source, 'quote')).toEqual(['intervention/1.1', 'intervention/2.1']);
    expect(textsOf(source, 'text')).toContain('Er is te weinig fruit.');
    expect(textsOf(read(REPORT.replace('*Mijn boom viel om.*', '*Mijn boom* *viel om.*')), 'quote')).toHaveLength(2);
    const marks = read(REPORT.replace('*Mijn boom viel om.*', '“Mijn boom viel om.”'));
    expect(textsOf(marks, 'quote')).toHaveLength(2);
  });

  it('[EV22] takes everything for explanation where no quote has its mark, and says so at each point', () => {
    const plain = read(REPORT.replace('een ladder*', 'een ladder.*').replaceAll('*', '').replace(/^#+ /gm, ''));
    expect(textsOf(plain, 'quote')).toEqual([]);
    expect(new Set(anchorsOfKind(plain, 'explanation'))).toEqual(
      new Set(['intervention/1.1', 'intervention/1.2', 'intervention/2.1']),
    );
    expect(doubted(plain, 'no-quote-mark')).toEqual(['Te weinig snoeien', 'Geen ladder']);
  });

  it('[EV14] reads the number of a cluster in the summary as no chapter', () => {
    expect(doubted(source, 'number-clash')).toEqual(['1. De boom', '5.1 Inleiding']);
    expect(outlineOf(source)).toContain('1 1 Ondergrond');
  });

  it('[EV23] names the anthology and the annexes that are not supplied, and not those that are', () => {
    expect(source.missingDocuments).toEqual(['Bloemlezing Trends en ontwikkelingen', 'Bijlage A - Woordenlijst']);
  });

  it('[EV24] says which references lead nowhere', () => {
    expect(doubted(source, 'broken-reference')).toEqual(['Zie bijlage A.', 'paragraaf 7.2']);
  });
});
