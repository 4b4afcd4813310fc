import type { ChapterView } from '@/lib/api/evidence-contracts';
import type { EvidenceKind, SourceKind } from '@/lib/domain/evidence/parsed-source';

const quotes = (count: number): string => (count === 1 ? '1 uitspraak' : `${count} uitspraken`);
const kinds = { cijfer: 'cijfer', ervaring: 'ervaring', onderzoek: 'onderzoek' } satisfies Record<EvidenceKind, string>;

/** What an element rests on: the part of its card, and the cards people add. */
export const nlEvidence = {
  loading: 'De bronnen worden geladen…',
  failed: 'De bronnen konden niet worden geladen.',
  retry: 'Probeer opnieuw',
  quoteLabel: 'uitspraak, niet gecontroleerd',
  quotes,
  kinds,
  kindTitles: { cijfer: 'Cijfers', ervaring: 'Ervaring', onderzoek: 'Onderzoek' } satisfies Record<
    EvidenceKind,
    string
  >,

  fullText: 'Volledige tekst',
  fullTextOfPoints: (count: number) => `Volledige tekst van ${count === 1 ? '1 punt' : `${count} punten`}`,
  noFullText: 'Hierover staat geen langere tekst in de bron.',
  explanation: 'Uitleg in het rapport',
  noExplanation: 'Bij dit punt staat geen uitleg in het rapport.',
  chapters: 'Hoofdstukken om verder te lezen',
  restsOn: 'Waar dit op rust',
  kindsAreEqual: 'Cijfers, ervaring en onderzoek tellen even zwaar. Zij staan op volgorde van het alfabet.',
  noFigures: 'Hier ontbreken cijfers',
  noFiguresText: 'Weet u een cijfer met een bron? Voeg het toe.',
  nothingYet: 'Nog niets.',

  notImported: 'niet geïmporteerd',
  notSupplied: 'niet beschikbaar',
  notSuppliedText: 'Deze bloemlezing is niet bij het rapport gevoegd. Daarom kunt u dit hoofdstuk hier niet lezen.',
  missing: {
    analysis: 'De analyse met de volledige teksten (Bijlage E) staat nog niet in Knooppunt.',
    report: 'Het rapport met uitleg en uitspraken staat nog niet in Knooppunt.',
    anthology: 'De bloemlezing staat nog niet in Knooppunt, of mist dit hoofdstuk.',
  },
  importAsk: 'Vraag de begeleider om deze bron op te nemen.',
  importLink: 'Neem deze bron op',
  chapter: ({ anthology, chapter, title }: Pick<ChapterView, 'anthology' | 'chapter' | 'title'>) =>
    `${anthologies[anthology]}, hoofdstuk ${chapter}${title ? `: ${title}` : ''}`,

  showAllQuotes: (count: number) => `Toon alle ${quotes(count)}`,
  showAllTexts: (count: number) => `Toon alle ${count} teksten`,
  showFewer: 'Toon minder',
  sectionName: ({ number, title }: { number: string | null; title: string }) => (number ? `${number} ${title}` : title),

  quoteActions: {
    pin: 'Vastmaken aan dit punt',
    unpin: 'Losmaken',
    toNote: 'Zet als notitie op het bord',
    pinnedBy: (name: string) => `Vastgemaakt door ${name}`,
    pinned: 'De uitspraak is vastgemaakt.',
    unpinned: 'De uitspraak is losgemaakt.',
    noted: 'De uitspraak staat als notitie op het bord.',
    notNoted: 'De notitie is niet gemaakt: het bord is nog niet geladen. Probeer het zo opnieuw.',
  },

  fact: {
    add: 'Voeg toe',
    addKind: (kind: EvidenceKind) => `Voeg toe: ${kinds[kind]}`,
    addTitle: 'Feitenkaart toevoegen',
    editTitle: 'Feitenkaart veranderen',
    kind: 'Wat voor feit is het?',
    text: 'Wat weet u?',
    source: 'Bron',
    sourceHint: 'Waar staat het, of wie onderzocht het?',
    dated: 'Datum',
    datedHint: 'Bijvoorbeeld: 2024, of maart 2025.',
    required: 'Vul dit in.',
    tooLong: (max: number) => `Gebruik hoogstens ${max} tekens.`,
    save: 'Bewaar de kaart',
    edit: 'Verander',
    remove: 'Verwijder',
    removeTitle: 'Deze feitenkaart verwijderen?',
    removeText: 'De kaart verdwijnt voor iedereen. U kunt hem daarna nog terugzetten.',
    removed: 'De feitenkaart is verwijderd.',
    restore: 'Zet terug',
    by: (name: string) => `Toegevoegd door ${name}`,
    sourceOf: 'Bron:',
    datedOf: 'Datum:',
    about: (action: string, text: string) => `${action}: ${text.length > 60 ? `${text.slice(0, 59)}…` : text}`,
  },
} as const;

const anthologies = {
  'problemen-en-oorzaken': 'Bloemlezing Problemen en oorzaken',
  'trends-en-ontwikkelingen': 'Bloemlezing Trends en ontwikkelingen',
} satisfies Record<ChapterView['anthology'], string>;

/** Choosing an element from a list. */
export const nlPicker = {
  search: 'Zoek een onderdeel van het schema',
  list: 'Kies een onderdeel',
  found: (count: number) => (count === 1 ? '1 onderdeel gevonden' : `${count} onderdelen gevonden`),
  none: 'Geen onderdeel gevonden. Probeer een ander woord.',
  interventions: 'Interventiepunten',
  ownPoints: 'Punten van de groep',
  kinds: { layer: 'laag', block: 'blok', group: 'groep', point: 'kernpunt', intervention: 'interventiepunt' },
} as const;

const documentKinds = {
  analysis: 'analyse',
  report: 'rapport',
  anthology: 'bloemlezing',
  other: 'bron',
} satisfies Record<SourceKind, string>;

/** The sources to read. */
export const nlReader = {
  pageTitle: 'Bronnen',
  title: 'Bronnen',
  lead: 'Hier leest u waar het schema op rust. Kies een bron en daarna een hoofdstuk.',
  toWorkshop: 'Naar het schema',
  emptyTitle: 'Er zijn nog geen bronnen',
  emptyText: 'In Knooppunt is nog geen bron opgenomen.',
  emptyFacilitator: 'Neem bronnen op',
  emptyAsk: 'Vraag de begeleider om de bronnen op te nemen.',
  missingTitle: 'Dit deel van de bron is er niet',
  missingText: 'Misschien klopt het adres niet, of is deze bron verwijderd.',
  toSources: 'Naar alle bronnen',
  about: (kind: SourceKind, dated: string | null, version: number) =>
    [documentKinds[kind], dated, version > 1 ? `versie ${version}` : null].filter(Boolean).join(' · '),
  openAll: 'Alles uitklappen',
  closeAll: 'Alles inklappen',
  contents: (title: string) => `Inhoud van ${title}`,
  read: (title: string) => `Lees ${title}`,
  subsections: (count: number) => (count === 1 ? '1 deel' : `${count} delen`),
  path: 'U bent hier',
  older: 'Er is een nieuwere versie',
  olderText: (version: number) => `U leest versie ${version} van deze bron.`,
  toNewer: 'Lees de nieuwere versie',
  goneInNewer: 'Dit deel staat niet in de nieuwere versie.',
  belongsTo: 'Dit hoort bij',
  showAllElements: (count: number) => `Toon alle ${count} onderdelen`,
  parts: 'Delen van dit hoofdstuk',
  noPassages: 'Direct onder deze kop staat geen tekst.',
  previous: 'Vorige',
  next: 'Volgende',
  steps: 'Verder lezen',
  abbreviations: 'Afkortingen',
  abbreviation: (short: string, meaning: string) => `${short} betekent: ${meaning}`,
  pin: 'Maak vast aan een onderdeel',
  pinTitle: 'Aan welk onderdeel maakt u dit vast?',
  pinSave: 'Maak vast',
  pinnedTo: 'Vastgemaakt aan:',
  pinChoose: 'Kies eerst een onderdeel.',
  pickerFailed: 'Het schema kon niet worden geladen.',
} as const;
