/** The page /schemas. What is wrong with a file is in nl-template. */
export const nlTemplates = {
  pageTitle: 'Schema’s',
  title: 'Schema’s',
  lead: 'Een werksessie werkt op een schema. Knooppunt brengt er één mee. U kunt ook een eigen schema opnemen.',
  toHome: 'Naar de beginpagina',

  addTitle: 'Eigen schema opnemen',
  addText: 'Kies een schemabestand. U ziet eerst wat erin staat, of wat er nog niet klopt.',
  choose: 'Kies een schemabestand',
  drop: 'U kunt een bestand ook hierheen slepen.',
  formats: 'Een JSON-bestand. Hoogstens 4 MB.',
  reading: 'Het schema wordt nagekeken.',
  storing: 'Het schema wordt opgeslagen…',

  wrongTitle: (count: number) => (count === 1 ? 'Er is 1 fout gevonden' : `Er zijn ${count} fouten gevonden`),
  wrongText: 'Er is niets opgeslagen. Verbeter het bestand en kies het opnieuw.',
  mistake: (line: number | null, sentence: string) => (line === null ? sentence : `Regel ${line}: ${sentence}`),
  rule: (rule: string, path: string) => (path === '' ? `(${rule})` : `(${rule}, bij ${path})`),
  more: (count: number) => `En nog ${count} andere.`,

  previewTitle: 'Dit staat erin',
  name: (slug: string, version: number) => `${slug}, versie ${version}`,
  totals: (layers: number, blocks: number, points: number, interventionPoints: number) =>
    [
      layers === 1 ? '1 laag' : `${layers} lagen`,
      blocks === 1 ? '1 blok' : `${blocks} blokken`,
      points === 1 ? '1 punt' : `${points} punten`,
      interventionPoints === 1 ? '1 interventiepunt' : `${interventionPoints} interventiepunten`,
    ] as const,
  layer: (blocks: number, points: number) =>
    `${blocks === 1 ? '1 blok' : `${blocks} blokken`} · ${points === 1 ? '1 punt' : `${points} punten`}`,
  same: 'Precies deze versie is er al. Opnieuw opnemen is niet nodig.',
  taken: 'Deze versie is er al, met een andere inhoud. Geef het schema een nieuw versienummer.',
  reserved: 'Deze naam hoort bij het schema van Knooppunt zelf. Geef uw schema een andere naam (slug).',
  take: 'Neem dit schema op',
  discard: 'Niet opnemen',
  stored: (title: string, version: number) =>
    `Opgenomen: ${title}, versie ${version}. U kunt het kiezen bij een nieuwe werksessie.`,

  listTitle: 'Uw schema’s',
  own: 'komt met Knooppunt mee',
  version: (version: number) => `versie ${version}`,
  layersAndPoints: (layers: number, points: number) => `${layers} lagen · ${points} punten`,
  download: 'Bekijk het bestand',
  newestOnly: 'Een nieuwe werksessie krijgt altijd de nieuwste versie. Oudere versies blijven bewaard.',

  helpTitle: 'Zo maakt u een schemabestand',
  help: [
    'Een schema bestaat uit lagen. In een laag staan blokken, in een blok groepen en punten.',
    'Teksten zijn kort: hoogstens 80 tekens. Lange teksten blijven in de documenten.',
    'Elk onderdeel heeft een kenmerk (id) dat zegt waar het staat, zoals L1.1, L1.1.A of L1.1.A.p1.',
    'Onderdelen onder één ouder tellen door: 1, 2, 3 en verder.',
    'Een versie verandert nooit. Verandert u iets, geef het bestand dan een nieuw versienummer.',
  ],
  fieldsTitle: 'Wat waar staat',
  fields: [
    ['formatVersion', 'altijd 1'],
    ['slug, version', 'de naam in kleine letters met streepjes, en het nummer van de versie'],
    ['title, source', 'hoe het schema heet en waar het vandaan komt'],
    ['layers', 'de lagen: naam, korte zin, kleur en plaats (track: base, left, right, across, column of corner)'],
    ['blocks, groups, points', 'de blokken, groepen en punten: elk met parentId, order en label'],
    ['relations, layerGraph', 'wat op wat inwerkt, en welke pijlen het bord tekent'],
    ['clusters, interventionPoints', 'de interventiepunten, en bij welke onderdelen ze horen (concerns)'],
    ['references', 'verwijzingen naar hoofdstukken van een bloemlezing'],
  ],
  exampleTitle: 'Een klein voorbeeld',
  exampleText: 'Dit schema is verzonnen. U kunt het opslaan en als begin gebruiken.',
} as const;

/** Invented; a test takes it up. */
export const EXAMPLE_TEMPLATE = `{
  "formatVersion": 1,
  "slug": "voorbeeldschema",
  "version": 1,
  "title": "Voorbeeldschema (verzonnen)",
  "source": "Verzonnen voorbeeld",
  "layers": [
    {"id": "L1.1", "section": "1.1", "order": 1, "name": "Een fijne buurt", "essence": "De buurt",
     "track": "base", "colour": "groen", "locator": {"document": "rapport", "section": "1.1", "ordinal": 0}},
    {"id": "L1.2", "section": "1.2", "order": 2, "name": "Buren helpen elkaar", "essence": "De buren",
     "track": "across", "colour": "geel", "locator": {"document": "rapport", "section": "1.2", "ordinal": 0}}
  ],
  "blocks": [
    {"id": "L1.1.A", "parentId": "L1.1", "order": 1, "letter": "A", "label": "Groen en water",
     "relabelled": true, "locator": {"document": "rapport", "section": "1.1", "ordinal": 1}},
    {"id": "L1.2.1", "parentId": "L1.2", "order": 1, "label": "Elkaar kennen",
     "relabelled": true, "locator": {"document": "rapport", "section": "1.2", "ordinal": 1}}
  ],
  "groups": [],
  "points": [
    {"id": "L1.1.A.p1", "parentId": "L1.1.A", "order": 1, "kind": "point", "label": "Er is een park",
     "relabelled": true, "locator": {"document": "rapport", "section": "1.1", "ordinal": 1}},
    {"id": "L1.2.1.p1", "parentId": "L1.2.1", "order": 1, "kind": "point", "label": "Er is een buurtfeest",
     "relabelled": true, "locator": {"document": "rapport", "section": "1.2", "ordinal": 1}}
  ],
  "relations": [],
  "clusters": [{"id": "C1", "number": 1, "label": "Ontmoeten"}],
  "interventionPoints": [
    {"id": "IP1.1", "clusterId": "C1", "number": "1.1", "order": 1, "label": "Een plek om elkaar te zien",
     "concerns": ["L1.2.1"], "locator": {"document": "rapport", "section": "1.3", "ordinal": 1}}
  ],
  "references": [],
  "layerGraph": {"upward": [["L1.1", "L1.2"]], "downward": [], "side": []}
}
`;
