/** Every rule a template may break, as a person would break it in a file, with the line and the sentence. */
import { expect, it } from 'vitest';
import { checkTemplate } from '@/lib/domain/template/check-template';
import { locateMistakes, locateSyntaxError } from '@/lib/http/templates/locate-mistakes';
import { EXAMPLE_TEMPLATE } from '@/lib/messages/nl-templates';

function mistakesIn(text: string): string[] {
  const check = checkTemplate(JSON.parse(text));
  if (check.ok) return [];
  return locateMistakes(text, check.problems).map(({ line, rule, sentence }) => `${line} ${rule} ${sentence}`);
}

/** The example with one piece of text replaced. */
function changed(from: string, to: string): string {
  expect(EXAMPLE_TEMPLATE).toContain(from);
  return EXAMPLE_TEMPLATE.replace(from, to);
}

/** Of the last line that holds the marker. */
function lineOf(text: string, marker: string): number {
  expect(text).toContain(marker);
  return text.slice(0, text.lastIndexOf(marker)).split('\n').length;
}

it('[IM14] finds no mistake in the example of the page', () => {
  expect(mistakesIn(EXAMPLE_TEMPLATE)).toEqual([]);
});

it.each([
  ['"label": "Ontmoeten"', '"naam": "Ontmoeten"', 'TP1', '"id": "C1"', 'Hier ontbreekt ‘label’.'],
  [
    '"label": "Ontmoeten"',
    '"label": "Ontmoeten", "uitleg": "x"',
    'TP1',
    '"id": "C1"',
    'Dit woord kent het schema niet: uitleg. Haal het weg.',
  ],
  ['"label": "Ontmoeten"', '"label": 7', 'TP1', '"id": "C1"', '‘label’ klopt niet: hier hoort tekst.'],
  [
    '"colour": "geel"',
    '"colour": "paars"',
    'TP1',
    '"colour": "paars"',
    '‘colour’ klopt niet. Kies uit: lila, turquoise,',
  ],
  ['"slug": "voorbeeldschema"', '"slug": "Mijn schema"', 'TP1', '"slug"', '‘slug’ heeft niet de goede vorm.'],
  [
    '"label": "Ontmoeten"',
    `"label": "${'x'.repeat(81)}"`,
    'TP2',
    '"id": "C1"',
    '‘label’ is te lang. Er passen hoogstens 80 tekens.',
  ],
  ['"id": "L1.2.1.p1"', '"id": "L1.1.A.p1"', 'TP3', '"parentId": "L1.2.1"', 'Het kenmerk ‘L1.1.A.p1’ komt vaker voor.'],
  [
    '"parentId": "L1.2.1"',
    '"parentId": "L1.9"',
    'TP4',
    '"L1.9"',
    '‘L1.9’ bestaat niet, of kan dit onderdeel niet bevatten.',
  ],
  [
    '"parentId": "L1.1.A"',
    '"parentId": "L1.1.A.p1"',
    'TP5',
    '"parentId": "L1.1.A.p1"',
    'Dit punt ligt binnen zichzelf.',
  ],
  ['"order": 2', '"order": 3', 'TP6', '"order": 3', 'De volgorde klopt niet. Hier hoort 2, er staat 3.'],
  [
    '"label": "Groen en water"',
    '"label": "Groen en water", "emptyReason": "leeg"',
    'TP7',
    '"emptyReason"',
    'Dit blok is niet leeg.',
  ],
  ['"parentId": "L1.1.A"', '"parentId": "L1.1"', 'TP7', '"id": "L1.1.A", ', 'Dit blok is leeg.'],
  ['["L1.2.1"]', '["L7.7"]', 'TP8', '"L7.7"', '‘L7.7’ bestaat niet in dit schema.'],
  ['"id": "L1.2.1.p1"', '"id": "punt"', 'TP9', '"punt"', 'Hier hoort ‘L1.2.1.p1’, er staat ‘punt’.'],
  [
    '"kind": "point", "label": "Er is een park"',
    '"kind": "pair", "label": "Er is een park"',
    'TP10',
    '"kind": "pair"',
    'Dit paar heeft geen polen.',
  ],
  [
    '"label": "Ontmoeten"',
    '"label": "Ont\\u0007moeten"',
    'TP14',
    '"id": "C1"',
    'In ‘label’ staan tekens die niet zichtbaar zijn.',
  ],
])('[IM14] %s → %s', (from, to, rule, marker, sentence) => {
  const text = changed(from, to);
  const start = `${lineOf(text, marker)} ${rule} `;
  const found = mistakesIn(text);
  expect(
    found.filter((mistake) => mistake.startsWith(start) && mistake.includes(sentence)),
    found.join('\n'),
  ).toHaveLength(1);
});

it('[IM14] finds the arrow that cannot be one', () => {
  const relation =
    '"relations": [\n {"id": "R1", "kind": "reading-rule", "from": [{"text": "a"}], "to": [{"ref": "L1.1"}], "label": "x", "certainty": "stated", "modality": "is", "drawnAs": "none", "edge": true, "general": false, "sources": [{"document": "rapport", "line": 1}]}]';
  const text = changed('"relations": []', relation);
  expect(mistakesIn(text)).toEqual([
    `${lineOf(text, '"R1"')} TP11 Deze relatie kan geen pijl zijn. Zet ‘edge’ op false.`,
  ]);
});

it('[IM14] gives the line where a file stops being JSON', () => {
  const text = changed('"groups": [],', '"groups": [,');
  const { line, sentence } = locateSyntaxError(text);
  expect(line).toBe(lineOf(text, '"groups"'));
  expect(sentence).toBe('Dit is geen geldige JSON. Kijk naar komma’s, haakjes en aanhalingstekens.');
});

it('[IM14] survives files that are made to be hard to read', () => {
  const deep = `${'['.repeat(200_000)}${']'.repeat(200_000)}`;
  expect(mistakesIn(deep)).toEqual(['null TP1 ‘dit bestand’ klopt niet. Kijk naar de voorbeelden in de uitleg.']);
  expect(locateSyntaxError('['.repeat(500_000)).line).toBeNull();
  expect(locateSyntaxError('"\\"'.repeat(500_000)).rule).toBe('JSON');
  expect(mistakesIn(`{"points": [${'1,'.repeat(5_000)}1]}`)).toEqual([
    '1 TP15 ‘points’ heeft te veel onderdelen. Er passen er hoogstens 5000.',
  ]);
});

it('[TP14] [TP15] hold for a template as a whole', () => {
  const template = JSON.parse(EXAMPLE_TEMPLATE);
  const rules = (input: unknown) => {
    const check = checkTemplate(input);
    return check.ok ? [] : check.problems.map(({ rule, path }) => `${rule} ${path}`);
  };
  expect(rules({ ...template, title: 'Onzicht\u200bbaar' })).toEqual(['TP14 title']);
  expect(rules({ ...template, groups: Array.from({ length: 5_001 }, () => ({})) })).toEqual(['TP15 groups']);
});
