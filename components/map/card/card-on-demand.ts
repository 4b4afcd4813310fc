import { onDemand } from '@/components/on-demand/on-demand';

/** The card with its evidence: most scripts of a page, and not needed by who reads the schema. */
export const ElementCard = onDemand(() => import('./element-card').then((file) => file.ElementCard));
