import { createHash } from 'node:crypto';
import { MAX_SOURCE_BYTES } from '@/lib/api/evidence-contracts';
import { findTemplateVersion, readTemplate } from '@/lib/db/templates';
import { readSource } from '@/lib/documents/read-document';
import type { ImportReport, ParsedSource } from '@/lib/domain/evidence/parsed-source';
import { reportSource } from '@/lib/domain/evidence/report-source';
import { ok, type Result, refuse } from '@/lib/domain/result';
import { DEFAULT_TEMPLATE } from '@/lib/domain/workshop/example-workshop';
import type { RefusalCode } from '@/lib/messages/nl-errors';
import { readUpload } from '../read-upload';

type ReadImport = { source: ParsedSource; report: ImportReport; sha256: Buffer; fileName: string };

const MAX_FILE_NAME = 200;

/** A name is only shown and stored, but it has to be one that can be. */
function readFileName(url: string): Result<string, 'import-name'> {
  const name = new URL(url).searchParams.get('name')?.trim() ?? '';
  const fits = name !== '' && name.length <= MAX_FILE_NAME && !/[\p{Cc}\p{Cs}\p{Bidi_Control}]/u.test(name);
  return fits ? ok(name) : refuse('import-name');
}

async function newestTemplate() {
  const found = await findTemplateVersion(DEFAULT_TEMPLATE);
  return found && readTemplate(found.id);
}

/** The uploaded document, read and counted; nothing is stored. `expected` is the hash of what was previewed. */
export async function readImport(request: Request, expected?: string): Promise<Result<ReadImport, RefusalCode>> {
  const fileName = readFileName(request.url);
  if (!fileName.ok) return fileName;
  const bytes = await readUpload(request, MAX_SOURCE_BYTES, 'document-too-large');
  if (!bytes.ok) return bytes;
  const sha256 = createHash('sha256').update(bytes.value).digest();
  if (expected !== undefined && sha256.toString('hex') !== expected) return refuse('import-changed');
  const read = await readSource(bytes.value, fileName.value);
  if (!read.ok) return read;
  const { source } = read.value;
  return ok({ source, report: reportSource(source, await newestTemplate()), sha256, fileName: fileName.value });
}
