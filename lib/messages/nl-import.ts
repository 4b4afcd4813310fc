/** Importing documents: the page /bronnen and `npm run import`. */
import type { DoubtfulReason, EvidenceKind, ImportReport, SourceKind } from '@/lib/domain/evidence/parsed-source';

export const SOURCE_KIND_WORDS: Record<SourceKind, string> = {
  analysis: 'Probleem- en oorzakenanalyse (Bijlage E)',
  report: 'Rapport',
  anthology: 'Bloemlezing',
  other: 'Ander document',
};

export const EVIDENCE_KIND_WORDS: Record<EvidenceKind, string> = {
  ervaring: 'ervaring',
  onderzoek: 'onderzoek',
  cijfer: 'cijfer',
};

/** Why a person should look at a line, and how it was read. */
export const DOUBTFUL_WORDS: Record<DoubtfulReason, string> = {
  'page-break': 'Een pagina-einde breekt deze zin af. De delen zijn weer aan elkaar gezet.',
  'leftover-markup': 'Hier staan resten van opmaak. Die zijn weggelaten.',
  'stray-marker': 'Hier staat een los teken. Dat is weggelaten.',
  'page-number': 'Dit is een paginanummer. Het is weggelaten.',
  footnote: 'Dit is een voetnoot. Die is apart gehouden van de lopende tekst.',
  'contents-only': 'Deze titel staat alleen in de inhoudsopgave. Er hoort geen tekst bij.',
  'not-in-contents': 'Deze titel staat niet in de inhoudsopgave. De titel is wel bewaard.',
  'contents-differ': 'In de inhoudsopgave staat deze titel anders. De tekst zelf geeft de doorslag.',
  'heading-twice': 'Deze titel komt twee keer voor. Beide keren is de titel bewaard.',
  'empty-heading': 'Onder deze titel staat geen tekst. De titel is wel bewaard.',
  'number-clash': 'Dit nummer komt vaker voor. De plaats in het document geeft de doorslag.',
  'no-quote-mark': 'Uitspraken zijn hier niet te herkennen. Alle tekst is gelezen als toelichting.',
  unfinished: 'Deze regel lijkt niet af. De regel is bewaard zoals die er staat.',
  'unknown-line': 'Het is niet zeker wat deze regel is. De regel staat alleen in deze lijst.',
  'broken-reference': 'Deze regel verwijst naar iets dat er niet is. De regel is bewaard.',
};

const count = (one: string, more: string) => (total: number) => `${total} ${total === 1 ? one : more}`;

export const IMPORT_COUNTS = {
  chapters: count('hoofdstuk', 'hoofdstukken'),
  sections: count('paragraaf', 'paragrafen'),
  subsections: count('subparagraaf', 'subparagrafen'),
  quotes: count('uitspraak', 'uitspraken'),
  explanations: count('toelichting', 'toelichtingen'),
  wordings: count('volledige tekst van een punt', 'volledige teksten van punten'),
  headings: count('volledige titel', 'volledige titels'),
  texts: count('gewone alinea', 'gewone alinea’s'),
  abbreviations: count('afkorting', 'afkortingen'),
  doubtful: count('regel om na te kijken', 'regels om na te kijken'),
} satisfies Record<keyof ImportReport['totals'], (total: number) => string>;

/** The totals that are not zero, as words; chapters and doubtful lines always. */
export function importTotals(totals: ImportReport['totals']): string[] {
  return (Object.keys(IMPORT_COUNTS) as (keyof typeof IMPORT_COUNTS)[])
    .filter((key) => totals[key] > 0 || key === 'chapters' || key === 'doubtful')
    .map((key) => IMPORT_COUNTS[key](totals[key]));
}

export const nlImportCommand = {
  usage: 'Noem een bestand: npm run import -- <bestand> [<bestand> …] [--dry-run] [--json].',
  unknownOption: (option: string) => `De optie ${option} bestaat niet: kies uit --dry-run en --json.`,
  missing: (file: string) => `Het bestand ${file} is er niet, of het mag niet worden gelezen.`,
  refused: (file: string, why: string) => `${file}: ${why}`,
  noInstallation: 'Er is nog geen database: start Knooppunt eerst één keer met npm start.',
  oldDatabase: 'De database mist de tabellen voor bronnen: start Knooppunt eerst één keer met npm start.',
  trial: 'Dit is een proef: er is niets opgeslagen.',
  stored: (title: string, version: number) => `Opgeslagen: ${title}, versie ${version}.`,
  columns: ['Nr.', 'Hoofdstuk of paragraaf', 'uitspraken', 'toelicht.', 'punten', 'alinea’s', 'uitspraken samen'],
  dated: (dated: string) => `Gedateerd: ${dated}`,
  anchored: ({ points, headings, interventionPoints }: ImportReport['anchored']) => {
    const parts = [
      [points, count('punt', 'punten')(points)],
      [headings, count('titel', 'titels')(headings)],
      [interventionPoints, count('interventiepunt', 'interventiepunten')(interventionPoints)],
    ] as const;
    const words = parts.filter(([total]) => total > 0).map(([, word]) => word);
    return words.length === 0
      ? 'Dit document hoort niet bij losse punten van het schema.'
      : `Hoort in het schema bij ${words.join(' en ')}.`;
  },
  without: 'Kreeg in het schema geen tekst:',
  missingDocuments: 'Niet beschikbaar, maar er wordt wel naar verwezen:',
  doubtful: 'Regels om na te kijken:',
  line: (line: number) => `regel ${line}`,
  none: 'geen',
} as const;
