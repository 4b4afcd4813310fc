/** What the server says about what search found; the window itself has its own words. */
export const nlHits = {
  note: 'Notitie',
  looseNote: 'Los op het bord',
  noteOn: (label: string) => `Bij: ${label}`,
  fact: 'Feitenkaart',
  ownPoint: 'Eigen punt, niet uit het rapport',
  /** between the steps of a path */
  step: ' › ',
  /** between words of which one is enough */
  or: ' of ',
};
