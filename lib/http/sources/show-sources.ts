import { pgPool } from '@/lib/db/client';
import { listSources } from '@/lib/db/sources';
import { done } from '../answer';
import { withSecurityHeaders } from '../handle-upload-request';
import { handleUserRequest } from '../handle-user-request';

/** GET /api/sources: every version of every document, newest first per document. */
export async function showSources(request: Request): Promise<Response> {
  return withSecurityHeaders(await handleUserRequest(request, async () => done(await listSources(pgPool()))));
}
