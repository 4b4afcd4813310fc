/** The live parts of the list: what others add, what the group added, and the way to a card. */
export const nlListLive = {
  moreOn: { layer: 'Meer over deze laag', block: 'Meer over dit blok' },
  notes: (count: number) => (count === 1 ? '1 notitie' : `${count} notities`),
  facts: (count: number) => (count === 1 ? '1 feit' : `${count} feiten`),
  ownPoints: 'Interventiepunten van de groep',
  notFromReport: 'niet uit het rapport',
  outsideFilter: 'valt buiten uw filter',
  filtered: 'U heeft een filter aan staan. Wat erbuiten valt, is lichter.',

  layerNotes: 'Notities bij deze laag als geheel:',

  looseTitle: 'Losse notities',
  looseHint: 'Deze notities horen nog nergens bij.',
  looseName: 'het hele schema',
  onPointsTitle: 'Notities bij interventiepunten',

  news: (count: number) => (count === 1 ? '1 nieuwe notitie' : `${count} nieuwe notities`),
  show: 'Toon',
  undo: 'Maak ongedaan',
  redo: 'Doe opnieuw',
  undone: 'Ongedaan gemaakt.',
  redone: 'Opnieuw gedaan.',
} as const;
