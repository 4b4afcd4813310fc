import { describe, expect, it } from 'vitest';
import { parseSource } from '@/lib/domain/evidence/parse-source';
import { recogniseSource } from '@/lib/domain/evidence/recognise-source';
import { ANALYSIS, ANTHOLOGY, OTHER, REPORT } from './invented-documents';
import { doubted, outlineOf, read, textsOf } from './read';

const source = read(OTHER);
const SENTENCE = 'Dit is een gewone zin met meer dan zes woorden.';

describe('any other document', () => {
  it('[EV25] finds chapters without a list of contents, and takes no item of a list for one', () => {
    expect(outlineOf(source)).toEqual([
      '1 - Voorwoord',
      '1 1 Inleiding',
      '2 1.1 Aanleiding',
      '3 1.1.1 Stenen',
      '1 2 Wat wij vonden',
      '1 - Bijlage 1. Lijst',
    ]);
    expect(textsOf(source, 'text')).toContain('1. Meer bomen planten in de tuin');
  });

  it('[EV25] takes the depth of marked headings where nothing has a number', () => {
    const marked = read(`# Tuin\n\n${SENTENCE}\n\n## Boom\n\n#### Tak\n\n${SENTENCE}\n`);
    expect(outlineOf(marked)).toEqual(['1 - Tuin', '2 - Boom', '3 - Tak']);
    expect(marked.evidence).toBe('onderzoek');
  });

  it('[EV26] puts lines together that the width or the end of a page broke, and words that it cut', () => {
    const texts = textsOf(source, 'text');
    expect(texts[0]).toMatch(/bladzijde, en daarom lopen/);
    expect(texts[0]).toMatch(/wordt afgebroken\. De conclusies/);
    expect(texts.find((text) => text.startsWith('Het begon'))).toMatch(/vorige eeuw, die niemand/);
    expect(doubted(source, 'page-number')).toEqual(['12']);
  });

  it('[EV26] leaves short lines apart and keeps a hyphen that belongs to a word', () => {
    const list = `# Tuin\n\n${SENTENCE}\nBoom\nTak\nBlad\nWortel\n`;
    expect(textsOf(read(list), 'text')).toEqual([SENTENCE, 'Boom', 'Tak', 'Blad', 'Wortel']);
    const hyphen = OTHER.replace('af-\ngebroken', 'boom-\nen tak');
    expect(textsOf(read(hyphen), 'text')[0]).toContain('boom- en tak');
  });

  it('[EV3] calls a document by its own title, else by its file', () => {
    expect(source).toMatchObject({ slug: 'proef', title: 'proef', kind: 'other' });
    expect(read(`# Over tuinen & bomen\n\n${SENTENCE}`, 'x.md')).toMatchObject({ slug: 'over-tuinen-bomen' });
    expect(recogniseSource(OTHER, 'Een_ander-verhaal.PDF')).toMatchObject({ slug: 'een-ander-verhaal' });
  });
});

describe('recognising a text', () => {
  it('[EV1] goes by what it says, whatever its file is called', () => {
    const kinds = [ANTHOLOGY, ANALYSIS, REPORT, OTHER].map((text) => recogniseSource(text, 'rapport.docx'));
    expect(kinds).toMatchObject([{ kind: 'anthology' }, { kind: 'analysis' }, { kind: 'report' }, { kind: 'other' }]);
  });

  it('[EV3] gives the same document the same slug', () => {
    for (const text of [ANTHOLOGY, ANALYSIS, REPORT]) {
      const slugs = ['a.txt', 'b.pdf'].map((name) => read(text, name).slug);
      expect(slugs[0]).toBe(slugs[1]);
      expect(recogniseSource(text, 'c')).toMatchObject({ slug: slugs[0] });
    }
  });

  it.each([
    ['nothing', '', 'source-empty'],
    ['only space', ' \n\t\u00a0\ufeff\n', 'source-empty'],
    ['bytes', `${SENTENCE}\u0000\u0001`, 'source-not-text'],
    ['noise', '\ufffd\ufffd\u0002 een twee drie vier vijf zes', 'source-not-text'],
    ['figures only', '12 34 56\n78 90 12\n', 'source-not-text'],
    ['a letter', `Beste lezer,\n\n${SENTENCE}\n\nGroeten`, 'source-unknown'],
    ['an anthology without quotes', ANTHOLOGY.slice(0, ANTHOLOGY.indexOf('Rode appels zijn')), 'source-incomplete'],
    ['an analysis that was cut off', ANALYSIS.slice(0, ANALYSIS.indexOf('We beginnen')), 'source-incomplete'],
    ['a report without points', REPORT.slice(0, REPORT.indexOf('## Te weinig')), 'source-incomplete'],
  ])('[EV2] refuses %s', (_, text, refusal) => {
    expect(parseSource(text, 'x.txt')).toEqual({ ok: false, refusal });
  });

  it('[EV2] refuses an anthology of which most chapters never come', () => {
    const list = Array.from({ length: 6 }, (_, at) => `HOOFDSTUK ${at + 1}. DEEL ${'ABCDEF'[at]}\t${at + 1}`).join(
      '\n',
    );
    const text = `Bloemlezing\n\nVan proef\n\nInhoudsopgave\n\n${list}\n\nHoofdstuk 1. Deel A\n\n${SENTENCE}\n`;
    expect(parseSource(text, 'x.txt')).toEqual({ ok: false, refusal: 'source-incomplete' });
  });
});
