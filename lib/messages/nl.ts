import { COLOUR_WORDS } from '@/lib/domain/template/colour-words';

/** Sentences that more than one screen uses. Plain Dutch: "u", active, at most twenty words a sentence. */
export const nlCommon = {
  product: 'Knooppunt',
  title: (page: string) => `${page} – Knooppunt`,
  description: 'Samen werken aan één schema.',
  skip: 'Ga naar de inhoud',
  needsScripts: 'Knooppunt werkt alleen als JavaScript aan staat. Zet dit aan in uw browser.',
  busy: 'Even geduld…',
  cancel: 'Annuleren',
  close: 'Sluiten',
  optional: 'niet verplicht',
  safeWriting: 'Schrijf geen namen of herkenbare verhalen.',
  role: { facilitator: 'begeleider', participant: 'deelnemer', observer: 'kijkt mee' },
  colours: COLOUR_WORDS,
} as const;

export const nlLeave = {
  button: 'Verlaat deze pagina',
  hint: 'U kunt ook drie keer op Shift drukken. U gaat dan meteen naar een weerpagina.',
  helpTitle: 'Hulp nodig?',
  danger: 'Bent u nu in gevaar? Bel',
  dangerNumber: '112',
  help: 'Wilt u praten over onveiligheid thuis? Bel Veilig Thuis:',
  helpNumber: '0800-2000',
  helpNote: 'Gratis, dag en nacht open.',
} as const;

export const nlSession = {
  signOut: 'Afmelden',
  someoneElse: 'Ik ben iemand anders',
  menu: 'Menu',
  signOutTitle: 'Afmelden op dit apparaat?',
  signOutParticipant: 'U gaat uit de werksessie. Met de link of de code kunt u weer meedoen.',
  signOutFacilitator: 'U heeft daarna een nieuwe inloglink nodig. Die verschijnt als de server opnieuw start.',
  someoneElseTitle: 'Bent u iemand anders?',
  someoneElseText:
    'U gaat uit de werksessie. Daarna kan iemand anders een eigen naam invullen. Wat u deed, blijft staan.',
} as const;

export const nlPlain = {
  notFoundTitle: 'Deze pagina is er niet',
  notFoundText: 'Controleer het adres, of begin opnieuw met de link of de code die u kreeg.',
  errorTitle: 'Er ging iets mis',
  errorText: 'De pagina kon niet worden geladen. Wat u al had opgeslagen, is bewaard.',
  retry: 'Probeer opnieuw',
  toHome: 'Naar de beginpagina',
  noAccessTitle: 'U heeft geen toegang',
  noAccessText: 'Deze werksessie is er niet, of u doet op dit apparaat nog niet mee.',
  noAccessWhat: 'Vul de code in die u van de begeleider kreeg, of open de link opnieuw.',
  noAccessFacilitator: 'Bent u de begeleider? Open dan uw inloglink.',
} as const;

export const nlSignIn = {
  title: 'Inloggen',
  lead: 'Met deze link logt u in als begeleider. De link werkt één keer.',
  button: 'Inloggen',
  noToken: 'In dit adres staat geen inlogsleutel.',
  again: 'Start de server opnieuw. U ziet dan een nieuwe inloglink.',
} as const;
