import type { SearchKind } from '@/lib/api/evidence-contracts';

/** Search over schema, notes and evidence. */
export const nlSearch = {
  open: 'Zoeken',
  title: 'Zoeken in schema, notities en bronnen',
  label: 'Waar zoekt u naar?',
  hint: 'Een deel van een woord mag ook. Een typefout is niet erg.',
  searching: 'Wij zoeken…',
  start: 'Typ twee letters of meer.',
  found: (count: number) => (count === 1 ? '1 vondst' : `${count} vondsten`),
  none: (query: string) => `Niets gevonden voor “${query}”. Probeer een ander of een korter woord.`,
  instead: (words: string) => `Wij zochten ook op: ${words}.`,
  more: (shown: number, total: number) => `De eerste ${shown} van ${total}.`,
  again: 'Probeer opnieuw',
  close: 'Sluiten',
  quoteLabel: 'uitspraak, niet gecontroleerd',
  kinds: {
    layer: 'Lagen',
    block: 'Blokken',
    group: 'Groepen',
    point: 'Kernpunten',
    intervention: 'Interventiepunten',
    'own-point': 'Eigen interventiepunten',
    note: 'Notities',
    fact: 'Feiten',
    quote: 'Uitspraken',
    text: 'Teksten uit bronnen',
    section: 'Hoofdstukken en paragrafen',
  } satisfies Record<SearchKind, string>,
} as const;
