/** Why a text is no source we can read. lib/messages has the sentences. */
const PARSE_REFUSALS = ['source-empty', 'source-not-text', 'source-unknown', 'source-incomplete'] as const;
export type ParseRefusal = (typeof PARSE_REFUSALS)[number];
