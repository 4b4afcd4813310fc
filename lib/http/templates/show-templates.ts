import { listTemplates } from '@/lib/db/templates';
import { done } from '../answer';
import { withSecurityHeaders } from '../handle-upload-request';
import { handleUserRequest } from '../handle-user-request';

/** GET /api/templates: what a facilitator can choose from. */
export async function showTemplates(request: Request): Promise<Response> {
  return withSecurityHeaders(await handleUserRequest(request, async () => done(await listTemplates())));
}
