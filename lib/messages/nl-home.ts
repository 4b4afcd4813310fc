import { DEFAULT_PERSPECTIVES } from '@/lib/domain/workshop/example-workshop';

/** The first page, for visitors and for facilitators. */
export const nlHome = {
  visitorTitle: 'Samen naar één schema kijken',
  visitorLead: 'In een werksessie kijkt u met anderen naar één groot schema. U zegt wat u herkent en wat voorgaat.',
  codeTitle: 'Heeft u een code?',
  codeLabel: 'Code van de werksessie',
  codeHint: 'U krijgt de code van de begeleider. Het zijn acht letters en cijfers.',
  codeEmpty: 'Vul eerst de code in.',
  codeButton: 'Ga verder',
  linkInstead: 'Kreeg u een link of een QR-code? Open die dan. U heeft geen code nodig.',
  howTitle: 'Zo werkt het',
  how: [
    'U vult de code in en kiest een naam. Een schuilnaam mag ook.',
    'U bekijkt het schema, op een bord of als lijst.',
    'U stemt mee. Na het sluiten ziet iedereen de uitslag.',
  ],
  facilitatorTitle: 'Bent u begeleider?',
  facilitatorText: 'Open de inloglink die de server toont bij het starten.',

  title: 'Uw werksessies',
  welcomeTitle: 'Welkom. Begin met een voorbeeld.',
  welcomeText: 'Met één klik staat u op een bord met het hele schema. U kunt alles uitproberen.',
  welcomeNote: 'Een voorbeeldsessie kunt u later gewoon sluiten.',
  example: 'Maak een voorbeeldsessie',
  exampleBusy: 'De voorbeeldsessie wordt gemaakt…',
  create: 'Nieuwe werksessie',
  createLead: 'Alles wat u hier invult, kunt u later nog veranderen.',
  open: 'Open',
  closed: 'Gesloten',
  toBoard: 'Naar het bord',
  manage: 'Beheer',
  people: (count: number) => (count === 1 ? '1 deelnemer' : `${count} deelnemers`),
  madeOn: (date: string) => `Gemaakt op ${date}`,
  closedOn: (date: string) => `Gesloten op ${date}`,
  roundOpen: 'Er loopt een stemming',
} as const;

export const nlWorkshopForm = {
  title: 'Titel',
  titleHint: 'Deelnemers zien de titel. Kies een neutrale naam.',
  titleMissing: 'Geef de werksessie een titel.',
  purpose: 'Doel',
  purposeHint: 'In een paar zinnen: wat wilt u met elkaar bereiken?',
  perspectives: 'Perspectieven',
  perspectivesHint: 'Deelnemers kiezen vanuit welk perspectief zij meedoen.',
  suggestions: DEFAULT_PERSPECTIVES,
  perspectivesOwn: 'Andere perspectieven',
  perspectivesOwnHint: 'Zet elk perspectief op een eigen regel.',
  create: 'Maak de werksessie',
  save: 'Opslaan',
  saved: 'De gegevens zijn opgeslagen.',
} as const;
