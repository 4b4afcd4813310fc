/** Notes without a canvas: in the list and on a card. */
export const nlNotes = {
  title: 'Notities',
  none: 'Er zijn nog geen notities.',
  on: (name: string) => `Notities bij ${name}`,
  inside: (name: string) => `bij ${name}`,
  colour: (word: string) => `kleur: ${word}`,
  source: (label: string) => `Uit: ${label}`,
  by: 'van',

  add: 'Voeg een notitie toe',
  /** the same, for who hears many of these buttons */
  addOn: (name: string) => `Voeg een notitie toe bij ${name}`,
  addLabel: 'Uw notitie',
  addHint: 'Schrijf geen namen of herkenbare verhalen.',
  left: (count: number) =>
    count === 1 ? 'U kunt nog 1 teken schrijven.' : `U kunt nog ${count === 1_000 ? '1.000' : count} tekens schrijven.`,
  colours: 'Kleur',
  save: 'Bewaar de notitie',
  cancel: 'Annuleer',
  empty: 'Schrijf eerst een tekst.',
  notNow: 'Uw tekst is niet opgeslagen. Hij blijft hier staan.',

  edit: 'Bewerk',
  editLabel: 'Tekst van de notitie',
  changedMeanwhile: 'Iemand anders veranderde deze notitie ook. Die tekst blijft staan.',
  goneMeanwhile: 'Iemand anders heeft deze notitie verwijderd. U kunt uw tekst nog bewaren.',
  saveAsNew: 'Bewaar als nieuwe notitie',
  move: 'Verplaats',
  attach: 'Zet bij een blok of punt',
  detach: 'Maak los',
  remove: 'Verwijder',
  undo: 'Maak ongedaan',
  redo: 'Doe opnieuw',

  done: {
    moved: (name: string) => `De notitie staat nu bij ${name}.`,
    detached: 'De notitie is los. U vindt haar onder Losse notities.',
    removed: 'De notitie is verwijderd.',
    gone: 'Deze notitie is er niet meer.',
    undone: 'Dat is ongedaan gemaakt.',
  },

  picker: {
    title: 'Waar hoort de notitie bij?',
    label: 'Zoek een laag, blok of punt',
    hint: 'Typ een woord of een nummer. Kies daarna uit de lijst.',
    found: (count: number) => (count === 1 ? '1 gevonden' : `${count} gevonden`),
    foundMany: (shown: number, count: number) => `${count} gevonden. U ziet de eerste ${shown}.`,
    none: 'Niets gevonden. Probeer een ander woord.',
    failed: 'De lijst kon niet worden geladen. Sluit dit venster en probeer het opnieuw.',
    loading: 'Even geduld…',
    close: 'Sluit zonder te kiezen',
    kinds: {
      layer: 'Laag',
      block: 'Blok',
      group: 'Groep',
      point: 'Kernpunt',
      intervention: 'Interventiepunt',
      own: 'Interventiepunt van de groep',
    },
  },
} as const;
