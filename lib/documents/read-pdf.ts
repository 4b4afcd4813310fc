import { getDocumentProxy } from 'unpdf';
import type { DocumentRefusal } from '@/lib/domain/documents/document-refusal';
import { ok, type Result, refuse } from '@/lib/domain/result';
import { tidyText, withoutControls } from './decode-text';
import { type PlacedText, pdfPageToLines } from './pdf-lines';

const MAX_PAGES = 3_000;
const MAX_CHARACTERS = 12_000_000;
/** A scan may carry a stamp or a page number; words it does not have. */
const LEAST_LETTERS_PER_PAGE = 8;

type Pdf = Awaited<ReturnType<typeof getDocumentProxy>>;

async function readPage(pdf: Pdf, number: number): Promise<string[]> {
  const page = await pdf.getPage(number);
  const { items } = await page.getTextContent();
  const pieces = items.flatMap((item): PlacedText[] => {
    if (!('str' in item)) return [];
    const [, , c = 0, d = 0, x = 0, y = 0] = item.transform as number[];
    return [{ str: item.str, x, y, width: item.width, height: Math.hypot(c, d) || item.height }];
  });
  page.cleanup();
  return pdfPageToLines(pieces);
}

async function readPages(pdf: Pdf): Promise<Result<string, DocumentRefusal>> {
  if (pdf.numPages > MAX_PAGES) return refuse('document-too-heavy');
  const lines: string[] = [];
  let size = 0;
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await readPage(pdf, number);
    size += page.reduce((sum, line) => sum + line.length + 1, 0);
    if (size > MAX_CHARACTERS) return refuse('document-too-heavy');
    lines.push(...page, '');
  }
  const text = withoutControls(tidyText(lines.join('\n')));
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  return letters < LEAST_LETTERS_PER_PAGE * pdf.numPages ? refuse('document-no-text') : ok(text);
}

/** pdf.js throws classes of its own; their names are what it documents. */
const isLocked = (error: unknown) => error instanceof Error && error.name === 'PasswordException';

/** [IM5] The words of a PDF as lines; nothing in it is run or fetched. */
export async function readPdf(bytes: Buffer): Promise<Result<string, DocumentRefusal>> {
  try {
    const options = { isEvalSupported: false, disableFontFace: true, useSystemFonts: false, verbosity: 0 };
    return await readPages(await getDocumentProxy(new Uint8Array(bytes), options));
  } catch (error) {
    return refuse(isLocked(error) ? 'document-encrypted' : 'document-broken');
  }
}
