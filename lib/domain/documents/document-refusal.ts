/** Why a file cannot be read as a document. lib/messages has the sentences. */
export type DocumentRefusal =
  | 'document-empty'
  | 'document-too-large'
  | 'document-unknown'
  | 'document-other-type'
  | 'document-broken'
  | 'document-cut-off'
  | 'document-encrypted'
  | 'document-no-text'
  | 'document-too-heavy';

export type DocumentFormat = 'txt' | 'md' | 'docx' | 'pdf';
