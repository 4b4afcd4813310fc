import { refusalSentence } from '@/lib/messages/nl-errors';

type Said = string | string[] | undefined;
const CODES = ['code-unknown', 'too-many-codes', 'link-unknown'] as const;

/** The sentence for what POST /m came back with: a code, and seconds to wait; anything else in the address is not ours to show. */
export function codeProblem(said: Said, seconds: Said): string | null {
  const code = CODES.find((known) => known === said);
  return code
    ? refusalSentence(code, typeof seconds === 'string' && /^\d{1,5}$/.test(seconds) ? Number(seconds) : undefined)
    : null;
}
