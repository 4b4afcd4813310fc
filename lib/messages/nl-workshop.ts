import type { AccessChangeReason } from '@/lib/domain/people/access-change';

/** The workshop: the bar above the board, the list, and what goes on. */
export const nlWorkshop = {
  pageTitle: 'Werksessie',
  boardLoading: 'Het bord wordt geladen…',
  boardFailed: 'Het bord kon niet worden geladen. Bekijk het schema als lijst, of laad de pagina opnieuw.',
  asList: 'Bekijk als lijst',
  /** the same in two parts: a narrow bar shows the second only */
  viewAs: 'Bekijk als',
  viewList: 'lijst',
  viewBoard: 'bord',
  asBoard: 'Bekijk als bord',
  manage: 'Beheer',
  sources: 'Bronnen',
  allWorkshops: 'Alle werksessies',
  peopleHere: (count: number) => (count === 1 ? '1 persoon hier' : `${count} mensen hier`),
  whoIsHere: 'Wie is hier',
  nobodyHere: 'Er is nu niemand anders.',
  notHere: 'Nu niet hier',
  you: 'dit bent u',
  observing: 'U kijkt mee. U kunt niets veranderen.',
  voteLeft: (left: number, budget: number) => `Stem nu: nog ${left} van ${budget} stippen`,
  voteDone: 'U heeft gestemd. Verander uw stem',
  voteFollow: 'Er loopt een stemming',
  closing: 'De stemming sluit',
  toResult: 'Bekijk de uitslag',
  connectionLost: 'Geen verbinding. Wij proberen het steeds opnieuw.',
  isClosed: 'Deze werksessie is gesloten. U kunt alles nog lezen.',
  news: {
    roundOpened: 'De stemming is open.',
    roundClosing: 'De stemming sluit.',
    roundClosed: 'De stemming is gesloten. De uitslag is er.',
    joined: (count: number) => (count === 1 ? 'Er is 1 persoon bij gekomen.' : `Er zijn ${count} mensen bij gekomen.`),
    workshopClosed: 'De werksessie is gesloten.',
  },
  bye: {
    removed: {
      title: 'U doet niet meer mee',
      text: 'De begeleider heeft u uit deze werksessie gehaald. Vraag de begeleider wat er is.',
    },
    'signed-out': { title: 'U bent afgemeld', text: 'Met de link of de code kunt u weer meedoen.' },
    'someone-else': { title: 'U bent hier nu iemand anders', text: 'Vul uw eigen naam in om weer mee te doen.' },
    'workshop-closed': {
      title: 'Deze werksessie is gesloten',
      text: 'Bedankt voor het meedoen. U kunt dit venster sluiten.',
    },
    gone: { title: 'U heeft geen toegang meer', text: 'Open de link opnieuw, of vul op de beginpagina de code in.' },
  } satisfies Record<AccessChangeReason | 'gone', { title: string; text: string }>,
} as const;

export const nlList = {
  lead: 'U leest het schema van onder naar boven: de onderste laag komt eerst.',
  colourLabel: 'Kleur in het schema:',
  counts: (blocks: number, points: number) =>
    [blocks ? (blocks === 1 ? '1 blok' : `${blocks} blokken`) : '', points === 1 ? '1 punt' : `${points} punten`]
      .filter(Boolean)
      .join(', '),
  points: (count: number) => (count === 1 ? '1 punt' : `${count} punten`),
  leadsTo: 'Leidt tot:',
  comesFrom: 'Komt door:',
  worksOn: 'Werkt in op:',
  getsFrom: 'Krijgt invloed van:',
  wholeSchema: 'het hele schema',
  leftTrack: 'het spoor van individu en gezin',
  rightTrack: 'het spoor van zorg en bescherming',
  interventionPoints: 'Interventiepunten',
  interventionMeaning: 'Een interventiepunt is een plek waar iemand kan ingrijpen.',
  poleBetween: 'tegenover',
  kinds: { example: 'Voorbeeld', note: 'Opmerking' },
  openAll: 'Alles uitklappen',
  closeAll: 'Alles inklappen',
  print: 'Lijst afdrukken',
} as const;
