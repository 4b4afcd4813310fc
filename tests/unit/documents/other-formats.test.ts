/** The same document as text, as Word and as PDF says the same. On the real documents, where they are at hand. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { extractText } from '@/lib/documents/extract-text';
import { parseSource } from '@/lib/domain/evidence/parse-source';
import type { ImportReport } from '@/lib/domain/evidence/parsed-source';
import { reportSource } from '@/lib/domain/evidence/report-source';
import { asDocxLines, asPdf, makeDocx } from '../../support/document-files';
import { inventedSource } from '../../support/invented-source';

// Large documents, on a machine that others use as well.
vi.setConfig({ testTimeout: 60_000 });

/** Opened right here: what is counted does not depend on how busy the machine is. */
async function totalsOf(bytes: Buffer, name: string): Promise<ImportReport['totals']> {
  const read = await extractText(bytes, name);
  if (!read.ok) throw new Error(`${name}: ${read.refusal}`);
  const parsed = parseSource(read.value.text, name);
  if (!parsed.ok) throw new Error(`${name}: ${parsed.refusal}`);
  return reportSource(parsed.source, null).totals;
}

/** What people count by; running text may fall into other paragraphs. */
const counted = ({
  chapters,
  sections,
  subsections,
  quotes,
  explanations,
  wordings,
  headings,
}: ImportReport['totals']) => ({
  chapters,
  sections,
  subsections,
  quotes,
  explanations,
  wordings,
  headings,
});

it('[IM4] a Word document gives the counts of its text', async () => {
  const text = inventedSource({ chapters: 4 });
  const asText = await totalsOf(Buffer.from(text), 'bron.md');
  expect(await totalsOf(await makeDocx(asDocxLines(text)), 'bron.docx')).toEqual(asText);
});

const SOURCES = path.resolve(import.meta.dirname, '../../../../shared/sources');
const REAL = [
  'bijlage-e-probleem-en-oorzakenanalyse',
  'bloemlezing-problemen-en-oorzaken',
  'rapport-actualisatie-probleemanalyse',
];

describe.skipIf(!existsSync(SOURCES))('the documents themselves', () => {
  it.each(REAL)('[IM4] [IM5] %s as Word and as PDF', async (name) => {
    const bytes = readFileSync(path.join(SOURCES, `${name}.txt`));
    const asText = counted(await totalsOf(bytes, `${name}.txt`));
    const text = bytes.toString('utf8');
    expect(counted(await totalsOf(await makeDocx(asDocxLines(text)), `${name}.docx`))).toEqual(asText);
    expect(counted(await totalsOf(asPdf(text), `${name}.pdf`))).toEqual(asText);
  });
});
