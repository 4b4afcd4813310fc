import type { DocumentFormat, DocumentRefusal } from '@/lib/domain/documents/document-refusal';
import type { ParseRefusal } from '@/lib/domain/evidence/parse-refusal';
import type { ParsedSource } from '@/lib/domain/evidence/parsed-source';
import type { Result } from '@/lib/domain/result';

export type SourceRefusal = DocumentRefusal | ParseRefusal;
/** What crosses to the reading process and back. */
export type ReadingJob = { bytes: Uint8Array; fileName: string; want: 'text' | 'source' };
export type ReadText = { text: string; format: DocumentFormat };
export type ReadSource = { source: ParsedSource; format: DocumentFormat };
export type ReadingAnswer = Result<ReadText | ReadSource, SourceRefusal>;
