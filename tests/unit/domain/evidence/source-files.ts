/** The documents, by the names of their files beside the repository. */
export const SOURCE_FILES = [
  'bloemlezing-problemen-en-oorzaken.txt',
  'bijlage-e-probleem-en-oorzakenanalyse.txt',
  'rapport-actualisatie-probleemanalyse.txt',
  'leren-van-calamiteiten-2.txt',
  'sturen-op-gezinsveiligheid.txt',
] as const;
