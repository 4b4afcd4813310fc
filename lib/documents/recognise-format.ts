import type { DocumentFormat, DocumentRefusal } from '@/lib/domain/documents/document-refusal';
import { ok, type Result, refuse } from '@/lib/domain/result';

/** PDF allows junk before its own first line. */
const PDF_HEADER_WITHIN = 1024;
const startsWith = (bytes: Buffer, ...magic: number[]) => magic.every((byte, at) => bytes[at] === byte);

/** An encrypted Word document is the old container with this stream in it. */
const isLockedOffice = (bytes: Buffer) => bytes.includes(Buffer.from('EncryptedPackage', 'utf16le'));

/** First bytes of what people have lying around: pictures, sound, archives, programs, old Office. */
const OTHERS = [
  [0xd0, 0xcf, 0x11, 0xe0],
  [0x89, 0x50, 0x4e, 0x47],
  [0xff, 0xd8, 0xff],
  [0x47, 0x49, 0x46, 0x38],
  [0x52, 0x49, 0x46, 0x46],
  [0x1f, 0x8b],
  [0x37, 0x7a, 0xbc, 0xaf],
  [0x52, 0x61, 0x72, 0x21],
  [0x7f, 0x45, 0x4c, 0x46],
  [0x4d, 0x5a, 0x90],
];
const RTF = /^\{\\rtf/;
const MARKUP = /^\s*<(?:!doctype|html|\?xml|svg)/i;

/** [IM1] What a file is by its first bytes; its name only tells md from txt, and may contradict. */
export function recogniseFormat(bytes: Buffer, fileName: string): Result<DocumentFormat, DocumentRefusal> {
  if (bytes.length === 0) return refuse('document-empty');
  const ending = /\.([a-z0-9]+)$/i.exec(fileName)?.[1]?.toLowerCase();
  if (startsWith(bytes, 0x50, 0x4b, 0x03, 0x04)) return ok('docx');
  const head = bytes.subarray(0, PDF_HEADER_WITHIN).toString('latin1');
  if (head.includes('%PDF-')) return ok('pdf');
  if (isLockedOffice(bytes)) return refuse('document-encrypted');
  if (OTHERS.some((magic) => startsWith(bytes, ...magic)) || RTF.test(head) || MARKUP.test(head))
    return refuse('document-unknown');
  // A name that promises Word or PDF, and bytes that are neither.
  if (ending === 'docx' || ending === 'pdf') return refuse('document-other-type');
  return ok(ending === 'md' || ending === 'markdown' ? 'md' : 'txt');
}
