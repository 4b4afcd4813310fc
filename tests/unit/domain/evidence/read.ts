import { parseSource } from '@/lib/domain/evidence/parse-source';
import type { DoubtfulReason, ParsedSource, PassageKind } from '@/lib/domain/evidence/parsed-source';

export function read(text: string, fileName = 'proef.txt'): ParsedSource {
  const outcome = parseSource(text, fileName);
  if (!outcome.ok) throw new Error(outcome.refusal);
  return outcome.source;
}

/** Texts of the passages of one kind, in reading order. */
export const textsOf = ({ sections }: ParsedSource, kind: PassageKind): string[] =>
  sections.flatMap(({ passages }) => passages.filter((passage) => passage.kind === kind).map(({ text }) => text));

export const anchorsOfKind = ({ sections }: ParsedSource, kind: PassageKind): (string | null)[] =>
  sections.flatMap(({ passages }) => passages.filter((passage) => passage.kind === kind).map(({ anchor }) => anchor));

/** Excerpts of the lines that are doubtful for one reason. */
export const doubted = ({ doubtful }: ParsedSource, why: DoubtfulReason): string[] =>
  doubtful.filter((line) => line.why === why).map(({ excerpt }) => excerpt);

/** '2 1.1 Appels': level, number and title. */
export const outlineOf = ({ sections }: ParsedSource): string[] =>
  sections.map(({ level, number, title }) => `${level} ${number ?? '-'} ${title}`);
