import { expect, it } from 'vitest';
import { elementOptions, filterOptions, namedElements } from '@/components/evidence/element-options';
import { evidenceByKind, KINDS_IN_ORDER } from '@/components/evidence/evidence-by-kind';
import { mayChange } from '@/components/evidence/evidence-here';
import { abbreviationPattern, splitAbbreviations } from '@/components/evidence/split-abbreviations';
import type { WorkshopState } from '@/lib/api/contracts';
import type { FactCardView, PassageView, QuotePinView } from '@/lib/api/map-contracts';
import type { EvidenceKind } from '@/lib/domain/evidence/parsed-source';
import { smallTemplate } from '../../support/small-template';

const fact = (id: string, elementId: string, kind: EvidenceKind): FactCardView => ({
  id,
  elementId,
  kind,
  text: 'Verzonnen feit',
  source: 'Verzonnen bron',
  dated: '2024',
  author: 'p:1',
});
const passage = (id: string, evidence: EvidenceKind = 'ervaring'): PassageView => ({
  id,
  kind: 'quote',
  text: 'Verzonnen uitspraak',
  evidence,
  source: { slug: 's', title: 'Verzonnen bron', version: 1 },
  section: { id: 'x', number: '1', title: 'Verzonnen deel' },
});
const pin = (id: string, elementId: string, passageId: string): QuotePinView => ({
  id,
  elementId,
  author: 'p:1',
  passage: passage(passageId),
});

it('[ES8] every kind has its place, in the order of the alphabet, also with nothing in it', () => {
  expect(KINDS_IN_ORDER).toEqual(['cijfer', 'ervaring', 'onderzoek']);
  expect(evidenceByKind('T1', null, null)).toEqual(KINDS_IN_ORDER.map((kind) => ({ kind, facts: [], quotes: [] })));
});

it('[ES8] an element gets its own facts and quotes only, each quote once and pinned ones first', () => {
  const map = {
    facts: [fact('f1', 'T1', 'cijfer'), fact('f2', 'T2', 'cijfer'), fact('f3', 'T1', 'onderzoek')],
    pins: [pin('p1', 'T1', 'q2'), pin('p2', 'T2', 'q1'), pin('p3', 'T1', 'old')],
  };
  const quotes = [passage('q1'), passage('q2'), passage('q3', 'onderzoek')];
  const [figures, experience, research] = evidenceByKind('T1', { quotes }, map);
  expect(figures?.facts.map(({ id }) => id)).toEqual(['f1']);
  expect(research?.facts.map(({ id }) => id)).toEqual(['f3']);
  expect(research?.quotes).toEqual([]);
  expect(experience?.quotes.map((quote) => [quote.passage.id, quote.pin?.id ?? null])).toEqual([
    ['q2', 'p1'],
    ['old', 'p3'],
    ['q1', null],
    ['q3', null],
  ]);
});

it('[ES10] a card is to change by who made it and by the facilitator, while writing is open', () => {
  const state = (key: string, role: string) => ({ me: { key, role } }) as WorkshopState;
  expect(mayChange({ state: state('p:1', 'participant'), canWrite: true }, 'p:1')).toBe(true);
  expect(mayChange({ state: state('p:2', 'participant'), canWrite: true }, 'p:1')).toBe(false);
  expect(mayChange({ state: state('u:9', 'facilitator'), canWrite: true }, 'p:1')).toBe(true);
  expect(mayChange({ state: state('p:1', 'participant'), canWrite: false }, 'p:1')).toBe(false);
});

const split = (text: string, list: [string, string][]) =>
  splitAbbreviations(
    text,
    abbreviationPattern(list.map(([abbreviation, meaning]) => ({ abbreviation, meaning }))),
    new Map(list),
  );

it('[ES12] an abbreviation is explained once, whole words only, the longest reading first', () => {
  const list: [string, string][] = [
    ['VT', 'Verzonnen Thuis'],
    ['VTA', 'Verzonnen Thuis Apart'],
    ['G.K.', 'Geen Kennis'],
  ];
  expect(split('De VTA belde VT. VT belde niet; AVT en éVT ook niet. G.K. wel.', list)).toEqual([
    { text: 'De ', meaning: null },
    { text: 'VTA', meaning: 'Verzonnen Thuis Apart' },
    { text: ' belde ', meaning: null },
    { text: 'VT', meaning: 'Verzonnen Thuis' },
    { text: '. VT belde niet; AVT en éVT ook niet. ', meaning: null },
    { text: 'G.K.', meaning: 'Geen Kennis' },
    { text: ' wel.', meaning: null },
  ]);
});

it.each(['', 'VT', 'xVTx', '<b>VT</b> & VT (VT)', 'VT\nVT\r\n VT', '$& VT \\ VT', '👩‍👩‍👧VT👩‍👩‍👧'])(
  '[ES12] no character of %j is lost',
  (text) => {
    expect(
      split(text, [['VT', 'Verzonnen Thuis']])
        .map((part) => part.text)
        .join(''),
    ).toBe(text);
  },
);

it('[ES12] an empty list, an empty word and the name of a property explain nothing', () => {
  expect(split('constructor VT', [])).toEqual([{ text: 'constructor VT', meaning: null }]);
  expect(split('constructor VT', [['', 'niets']])).toEqual([{ text: 'constructor VT', meaning: null }]);
  expect(split('constructor VT', [['VX', 'niets']])).toEqual([{ text: 'constructor VT', meaning: null }]);
});

it('[ES13] an element is found by its words, whatever their case, accents or order, and stands under its layer', () => {
  const template = smallTemplate();
  const own = [
    { id: 'o1', number: 'E1', label: 'Verzonnen idee: zorg geëist', explanation: '', concerns: [], author: '' },
  ];
  const groups = elementOptions(template, own);
  const all = groups.flatMap(({ options }) => options.map(({ id }) => id));
  const elements = [template.layers, template.blocks, template.groups, template.points, template.interventionPoints];
  expect([...all].sort()).toEqual([...elements.flat().map(({ id }) => id), 'o1'].sort());
  expect(groups.find(({ id }) => id === 'T1')?.options[0]?.id).toBe('T1');
  const found = filterOptions(groups, '  geeist  IDEE ');
  expect(found.map(({ options }) => options.map(({ id }) => id))).toEqual([['o1']]);
  expect(filterOptions(groups, 'bestaat niet')).toEqual([]);
  expect(namedElements(template, ['T1', 'weg', 'IP1.1'])).toEqual([
    { id: 'T1', label: 'Verzonnen laag 1 (laag)' },
    { id: 'IP1.1', label: '1.1 Verzonnen interventiepunt' },
  ]);
});
