import type { SourceKind } from '../evidence/parsed-source';

/** The documents the schema was made with, in the order in which people need them. Slugs as lib/domain/evidence gives them. */
export const KNOWN_DOCUMENTS: readonly { slug: string; title: string; kind: SourceKind }[] = [
  { slug: 'bijlage-e-probleem-en-oorzakenanalyse', title: 'Bijlage E: probleem- en oorzakenanalyse', kind: 'analysis' },
  { slug: 'rapport-actualisatie-probleemanalyse', title: 'Rapport actualisatie probleemanalyse', kind: 'report' },
  { slug: 'bloemlezing-problemen-en-oorzaken', title: 'Bloemlezing Problemen en oorzaken', kind: 'anthology' },
  { slug: 'leren-van-calamiteiten-2', title: 'Leren van calamiteiten 2', kind: 'other' },
  { slug: 'sturen-op-gezinsveiligheid', title: 'Sturen op gezinsveiligheid', kind: 'other' },
];

/** Named by the schema or the report, and never published with them. */
export const NOT_SUPPLIED: readonly string[] = ['Bloemlezing Trends en ontwikkelingen', 'Bijlage F'];
