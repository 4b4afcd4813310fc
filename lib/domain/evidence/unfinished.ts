import type { ParsedPassage } from './parsed-source';
import { doubt, type SourceBuilder, settle } from './source-builder';

/** After the last full stop there is more. */
const OPEN = /[A-Za-zÀ-ÿ0-9,:;)]$/;
const CUT_OFF = /[A-Za-zÀ-ÿ]$/;
/** Shorter text without a full stop is an item of a list. */
const LONG = 150;
const EXCERPT = 80;

function doubtWhere(builder: SourceBuilder, isOpen: (passage: ParsedPassage) => boolean): void {
  settle(builder);
  for (const passage of builder.sections.flatMap(({ passages }) => passages))
    if (isOpen(passage)) doubt(builder, passage.line, passage.text.slice(-EXCERPT), 'unfinished');
}

/** Quotes that end without a full stop, looked at once the pieces on the next page have come. */
export function doubtUnfinishedQuotes(builder: SourceBuilder): void {
  doubtWhere(builder, ({ kind, text }) => kind === 'quote' && OPEN.test(text));
}

/** Long running text that breaks off. */
export function doubtUnfinishedText(builder: SourceBuilder): void {
  doubtWhere(builder, ({ kind, text }) => kind !== 'quote' && text.length > LONG && CUT_OFF.test(text));
}
