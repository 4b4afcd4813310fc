import type { SourcePreview } from '@/lib/api/evidence-contracts';
import { pgPool } from '@/lib/db/client';
import { findNewestSource } from '@/lib/db/sources';
import { done, refused } from '../answer';
import { handleUploadRequest } from '../handle-upload-request';
import { readImport } from './read-import';

/** POST /api/sources/preview?name=… with the bytes of a file: [IM9] what an import would store, storing nothing. */
export function previewSource(request: Request): Promise<Response> {
  return handleUploadRequest(request, async () => {
    const read = await readImport(request);
    if (!read.ok) return refused(read.refusal);
    const { report, sha256 } = read.value;
    const newest = await findNewestSource(pgPool(), report.slug);
    const preview: SourcePreview = {
      sha256: sha256.toString('hex'),
      report,
      version: (newest?.version ?? 0) + 1,
      same: newest !== null && sha256.equals(newest.sha256),
    };
    return done(preview);
  });
}
