import type { DocumentFormat, DocumentRefusal } from '@/lib/domain/documents/document-refusal';
import { ok, type Result } from '@/lib/domain/result';
import { decodeText } from './decode-text';
import type { ReadText } from './reading-job';
import { recogniseFormat } from './recognise-format';

/** The large readers are loaded when a document needs them: most are text. */
const READERS: Record<DocumentFormat, (bytes: Buffer) => Promise<Result<string, DocumentRefusal>>> = {
  txt: async (bytes) => decodeText(bytes),
  md: async (bytes) => decodeText(bytes),
  docx: async (bytes) => (await import('./read-docx')).readDocx(bytes),
  pdf: async (bytes) => (await import('./read-pdf')).readPdf(bytes),
};

/** Opens the file here and now: only for the reading process ([IM6]). */
export async function extractText(bytes: Buffer, fileName: string): Promise<Result<ReadText, DocumentRefusal>> {
  const format = recogniseFormat(bytes, fileName);
  if (!format.ok) return format;
  const text = await READERS[format.value](bytes);
  return text.ok ? ok({ text: text.value, format: format.value }) : text;
}
