/** The process that opens what people upload ([IM6]): one file, one answer, and it ends. It has no environment and no database. */
import { parseSource } from '@/lib/domain/evidence/parse-source';
import type { ParsedSource } from '@/lib/domain/evidence/parsed-source';
import { ok, refuse } from '@/lib/domain/result';
import { extractText } from './extract-text';
import type { ReadingAnswer, ReadingJob } from './reading-job';

/** Some twenty times the largest document there is: more, and reporting and storing it would keep others waiting. */
const MOST = { sections: 5_000, passages: 50_000, inOneSection: 5_000, doubtful: 5_000, abbreviations: 5_000 };
/** Characters of one piece: the index for search takes a megabyte, and nobody reads a paragraph of fifty pages. */
const LONGEST = 100_000;

function hasTooLong({ title, dated, sections, abbreviations }: ParsedSource): boolean {
  return [
    title,
    dated ?? '',
    ...sections.map((section) => section.title),
    ...sections.flatMap(({ passages }) => passages.map(({ text }) => text)),
    ...abbreviations.flatMap(({ abbreviation, meaning }) => [abbreviation, meaning]),
  ].some((text) => text.length > LONGEST);
}

function isTooMuch({ sections, doubtful, abbreviations }: ParsedSource): boolean {
  const passages = sections.reduce((sum, section) => sum + section.passages.length, 0);
  return (
    sections.length > MOST.sections ||
    passages > MOST.passages ||
    // A section is one page to read, and goes to a phone as a whole.
    sections.some((section) => section.passages.length > MOST.inOneSection) ||
    doubtful.length > MOST.doubtful ||
    abbreviations.length > MOST.abbreviations
  );
}

async function read({ bytes, fileName, want }: ReadingJob): Promise<ReadingAnswer> {
  const text = await extractText(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), fileName);
  if (!text.ok || want === 'text') return text;
  const parsed = parseSource(text.value.text, fileName);
  if (!parsed.ok) return parsed;
  if (isTooMuch(parsed.source) || hasTooLong(parsed.source)) return refuse('document-too-heavy');
  return ok({ source: parsed.source, format: text.value.format });
}

process.once('message', (job: ReadingJob) => {
  void read(job).then((answer) => process.send?.(answer, undefined, undefined, () => process.disconnect()));
});
