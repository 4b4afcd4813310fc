import type { ImportedSource } from '@/lib/api/evidence-contracts';
import { pgPool } from '@/lib/db/client';
import { storeSource } from '@/lib/db/sources';
import { done, refused } from '../answer';
import { handleUploadRequest } from '../handle-upload-request';
import { readImport } from './read-import';

/** POST /api/sources?name=…&sha256=… with the same bytes as the preview: 201, [IM8] a new version. */
export function importSource(request: Request): Promise<Response> {
  return handleUploadRequest(request, async ({ userId }) => {
    const expected = new URL(request.url).searchParams.get('sha256') ?? '';
    const read = await readImport(request, expected);
    if (!read.ok) return refused(read.refusal);
    const stored: ImportedSource = await storeSource(pgPool(), { ...read.value, importedBy: userId });
    return done(stored, { status: 201 });
  });
}
