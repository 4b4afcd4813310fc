import type { WorkshopDetails } from './workshop-details';

/** The one template there is so far. */
export const DEFAULT_TEMPLATE = 'probleem-en-oorzakenschema';

/** Who usually sits at the table; the facilitator changes them. */
export const DEFAULT_PERSPECTIVES: readonly string[] = [
  'ervaringsdeskundigen',
  'professionals',
  'gemeenten',
  'Rijk',
  'rechtspraak',
  'wetenschap',
];

/** [W3] What one click makes, so that a stranger is on a shared board within a minute. */
export const EXAMPLE_WORKSHOP: WorkshopDetails = {
  title: 'Voorbeeldsessie met het hele schema',
  purpose: 'Vrij om te proberen. Nodig iemand uit, plak een notitie en stem samen op de interventiepunten.',
  perspectives: [...DEFAULT_PERSPECTIVES],
};
