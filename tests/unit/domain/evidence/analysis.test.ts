import { describe, expect, it } from 'vitest';
import { headingsOnLine } from '@/lib/domain/evidence/read-schema-section';
import { ANALYSIS } from './invented-documents';
import { anchorsOfKind, doubted, outlineOf, read, textsOf } from './read';

const source = read(ANALYSIS);

describe('the analysis', () => {
  it('[EV17] gives every bullet of a layer its full wording, counted per layer', () => {
    expect(textsOf(source, 'wording')).toEqual([
      'Zand',
      'Fijn zand',
      'Grof zand',
      'Klei met een lange uitleg over hoe klei zich in de winter gedraagt en waarom dat voor bomen lastig is Voorbeeld: klei onder water',
      'Grond was altijd al duur',
      'Arm <-> rijk',
      'Water',
    ]);
    expect(anchorsOfKind(source, 'wording')).toEqual([
      ...[1, 2, 3, 4, 5, 6].map((ordinal) => `point/5.1/${ordinal}`),
      'point/5.2/1',
    ]);
  });

  it('[EV18] gives every heading its full wording; the layer itself is heading 0', () => {
    expect(anchorsOfKind(source, 'heading')).toEqual([
      ...[0, 1, 2, 3, 4].map((ordinal) => `heading/5.1/${ordinal}`),
      ...[0, 1, 2, 3].map((ordinal) => `heading/5.2/${ordinal}`),
    ]);
    expect(textsOf(source, 'heading')[0]).toBe('5.1. Grond (in het schema: LILA)');
  });

  it('[EV18] tells two headings on one line apart, with their marks and without', () => {
    expect(textsOf(source, 'heading').slice(3, 5)).toEqual([
      'B. De geschiedenis van grond: het denken over grond',
      'Oude grond is duur:',
    ]);
    expect(headingsOnLine('Wat een boom nodig heeftWie een boom kan hebben')).toEqual([
      'Wat een boom nodig heeft',
      'Wie een boom kan hebben',
    ]);
    expect(headingsOnLine('De JeugdzorgPlus en de rest')).toEqual(['De JeugdzorgPlus en de rest']);
    expect(doubted(source, 'leftover-markup')).toHaveLength(2);
  });

  it('[EV19] says which headings have nothing under them', () => {
    expect(doubted(source, 'empty-heading')).toEqual(['Discriminatoire mechanismen', 'Wat een boom nodig heeft']);
  });

  it('[EV19] says which heading came before in the same layer', () => {
    const twice = read(ANALYSIS.replace('De aard van de boom\n', 'Wie een boom kan hebben\n'));
    expect(doubted(twice, 'heading-twice')).toEqual(['Wie een boom kan hebben']);
  });

  it('[EV20] ties running text to the heading right above it, and nothing else', () => {
    const texts = source.sections.flatMap(({ passages }) => passages).filter(({ kind }) => kind === 'text');
    expect(texts.filter(({ anchor }) => anchor !== null)).toMatchObject([
      { text: 'Een boom staat nooit alleen.', anchor: 'heading/5.2/3' },
    ]);
    expect(texts.map(({ text }) => text)).toContain('Bloemlezing Verzonnen zaken, hoofdstuk 1');
  });

  it('[EV6] has entries of the contents that never come', () => {
    expect(doubted(source, 'contents-only')).toEqual(['7.1 Wat er niet is']);
    expect(outlineOf(source)).not.toContain('2 7.1 Wat er niet is');
  });

  it('[EV11] sets the name of a file that hung in the text aside, and a mark that stands alone', () => {
    expect(doubted(source, 'stray-marker')).toEqual(['‘', '20200301 Schema', 'TEKENING n']);
    const again = read(ANALYSIS.replace('- Water', '- -Water'));
    expect(textsOf(again, 'wording').at(-1)).toBe('Water');
    expect(doubted(again, 'stray-marker')).toContain('Water');
  });

  it('[EV23] names documents that are not supplied', () => {
    expect(source.missingDocuments).toEqual(['Bijlage F']);
  });

  it('[EV24] says which chapter of its own it does not have', () => {
    expect(doubted(source, 'broken-reference')).toEqual(['hoofdstuk 9']);
    const other = read(ANALYSIS.replace('hoofdstuk 9 van deze bijlage', 'hoofdstuk 9 van de tuinwet'));
    expect(doubted(other, 'broken-reference')).toEqual([]);
  });
});
