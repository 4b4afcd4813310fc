/** The map as one person reads it: card, filters, loops, own points, where people stand. */
export const nlMap = {
  missing: {
    title: 'Dit punt bestaat niet in dit schema',
    text: 'Misschien klopt het adres niet, of iemand heeft het punt verwijderd.',
    toWorkshop: 'Naar de werksessie',
  },
} as const;
