/** Why a file cannot be read as a document. lib/messages has the sentences. */
export const DOCUMENT_REFUSALS = [
  'document-empty',
  'document-too-large',
  'document-unknown',
  'document-other-type',
  'document-broken',
  'document-cut-off',
  'document-encrypted',
  'document-no-text',
  'document-too-heavy',
] as const;
export type DocumentRefusal = (typeof DOCUMENT_REFUSALS)[number];

export const DOCUMENT_FORMATS = ['txt', 'md', 'docx', 'pdf'] as const;
export type DocumentFormat = (typeof DOCUMENT_FORMATS)[number];
