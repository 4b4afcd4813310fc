import { describe, expect, it } from 'vitest';
import { ANTHOLOGY } from './invented-documents';
import { anchorsOfKind, doubted, outlineOf, read, textsOf } from './read';

const source = read(ANTHOLOGY);

describe('an anthology', () => {
  it('[EV5] reads entries behind a tab, around a tab and without one, and none of them is a heading', () => {
    expect(outlineOf(source)).toEqual([
      '1 - Bloemlezing Verzonnen zaken',
      '1 - Voorwoord',
      '1 1 Appels en peren',
      '2 1.1 Appels',
      '3 1.1.1 Rode appels',
      '3 1.1.2 Groene appels',
      '2 1.2 Peren in de zomer',
      '1 5 Noten',
      '2 5.1 Hazelnoten',
      '1 - Bijlage 1. Afkortingenlijst',
      '1 - Colofon',
    ]);
  });

  it('[EV5] says where the page of an entry is an error message', () => {
    expect(doubted(source, 'broken-reference')).toEqual(['VOORWOORD\tFout!', 'Bladwijzer niet gedefinieerd.']);
  });

  it('[EV6] says what only the contents have, only the text has, and what is called otherwise', () => {
    expect(doubted(source, 'contents-only')).toEqual(["5.3 Pinda's die er niet zijn"]);
    expect(doubted(source, 'not-in-contents')).toEqual(['Groene appels']);
    expect(doubted(source, 'contents-differ')).toEqual(['Peren in de zomer']);
  });

  it('[EV8] takes every paragraph and every bullet of a chapter for one quote', () => {
    expect(textsOf(source, 'quote')).toEqual([
      'Rode appels zijn in dit verzonnen dorp het lekkerst van allemaal en worden daarom het eerst gegeten door wie er vroeg bij is.',
      'Wie te laat komt krijgt een groene appel.',
      '‘Zuur’¹ is een woord dat hier vaak valt.',
      'Een groene appel is ook een appel',
      'Peren vallen van de boom.',
      'Peren blijven liggen.',
      '15% van de noten is hol.',
    ]);
    expect(source.evidence).toBe('ervaring');
  });

  it('[EV8] ties quotes to a chapter of the schema only in the anthology that the schema refers to', () => {
    expect(new Set(anchorsOfKind(source, 'quote'))).toEqual(new Set([null]));
    const ofSchema = read(ANTHOLOGY.replace('Verzonnen zaken', 'Problemen en oorzaken'));
    expect(anchorsOfKind(ofSchema, 'quote').at(0)).toBe('chapter/1');
    expect(anchorsOfKind(ofSchema, 'quote').at(-1)).toBe('chapter/5');
  });

  it('[EV9] joins what a page break cut in two, also when the first half seems to end', () => {
    expect(doubted(source, 'page-break')).toEqual([
      'niets over wat dan ook.',
      'het eerst gegeten door wie er vroeg bij is.',
    ]);
    const ended = read(ANTHOLOGY.replace('worden daarom', 'worden.'));
    expect(textsOf(ended, 'quote')).toHaveLength(7);
    expect(textsOf(ended, 'quote')[0]).toMatch(/worden\. het eerst/);
  });

  it('[EV9] does not join over a heading', () => {
    const moved = read(ANTHOLOGY.replace('Hoofdstuk 5. Noten\n\n5.1. Hazelnoten\n', '$&\nook dit is gezegd.\n'));
    expect(textsOf(moved, 'quote')).toHaveLength(8);
    expect(textsOf(moved, 'quote')[6]).toBe('ook dit is gezegd.');
  });

  it('[EV10] takes notes of the editors out of a quote and names them', () => {
    expect(doubted(source, 'leftover-markup')).toEqual(['<hier nog een noot>']);
    const others = ANTHOLOGY.replace('<hier nog een noot>', '[‹hier nog een noot>](#)');
    expect(textsOf(read(others), 'quote')[1]).toBe('Wie te laat komt krijgt een groene appel.');
    const sign = ANTHOLOGY.replace('<hier nog een noot>', 'voor <12 euro of goed <-> beter');
    expect(textsOf(read(sign), 'quote')[1]).toContain('voor <12 euro of goed <-> beter');
  });

  it('[EV12] takes a footnote for no quote, and a quote goes on after it', () => {
    expect(doubted(source, 'footnote')).toEqual(['¹ Zuur is het omgekeerde van zoet.']);
    const between = ANTHOLOGY.replace('vaak valt.', 'vaak valt, want').replace(
      'van zoet.',
      'van zoet.\n\nzo is het hier.',
    );
    expect(textsOf(read(between), 'quote')[2]).toBe('‘Zuur’¹ is een woord dat hier vaak valt, want zo is het hier.');
  });

  it('[EV13] keeps a quote without a full stop and says so', () => {
    expect(doubted(source, 'unfinished')).toEqual(['Een groene appel is ook een appel']);
  });

  it('[EV14] says which sections carry the number of a layer, and reads them as sections', () => {
    expect(doubted(source, 'number-clash')).toEqual(['5.1. Hazelnoten']);
    expect(textsOf(source, 'wording')).toEqual([]);
  });

  it('[EV7] takes a number that does not fit where it stands for text', () => {
    const odd = read(
      ANTHOLOGY.replace('Peren blijven liggen.', '3.4 kilo peren\n\n1.1 Appels\n\nPeren blijven liggen.'),
    );
    expect(textsOf(odd, 'quote')).toContain('3.4 kilo peren');
    expect(doubted(odd, 'heading-twice')).toEqual(['1.1 Appels']);
    expect(odd.sections).toHaveLength(source.sections.length);
  });

  it('[EV15] reads abbreviations behind a tab, behind a space and in two paragraphs; each once', () => {
    const expected = [
      { abbreviation: 'AB', meaning: 'Appelboom' },
      { abbreviation: 'P&O', meaning: 'Peren en overig' },
      { abbreviation: 'CD++', meaning: 'cidre, dubbel' },
    ];
    expect(source.abbreviations).toEqual(expected);
    expect(read(ANTHOLOGY.replaceAll('\t', ' ')).abbreviations).toEqual(expected);
    expect(read(ANTHOLOGY.replace('AB\tAppelboom', 'AB\n\nAppelboom')).abbreviations).toEqual(expected);
    const twice = read(ANTHOLOGY.replace('P&O\t', 'AB\tAardbei\nP&O\t'));
    expect(twice.abbreviations).toEqual(expected);
    expect(doubted(twice, 'heading-twice')).toEqual(['AB\tAardbei']);
  });

  it('[EV7] takes the number of a marked heading from the contents where the word processor kept it to itself', () => {
    const at = ANTHOLOGY.indexOf('Hoofdstuk 1. Appels');
    const body = ANTHOLOGY.slice(at)
      .replace(/^Hoofdstuk \d\. /gm, '# ')
      .replace(/^\d\.\d\.? (?=Appels|Hazel)/gm, '## ')
      .replace('1.1.1 Rode', '### Rode');
    expect(outlineOf(read(ANTHOLOGY.slice(0, at) + body))).toEqual(outlineOf(source));
  });

  it('[EV16] takes what stands before and behind the chapters for running text', () => {
    expect(textsOf(source, 'text').filter((text) => !text.startsWith('¹'))).toHaveLength(7);
    expect(source.dated).toBe('Datum: 1 maart 2020');
  });
});
