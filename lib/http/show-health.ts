import { pgPool } from '@/lib/db/client';
import { done } from './answer';
import { handleRequest } from './handle-request';

/** GET /api/health: 200 when the database answers, 503 when it does not. */
export function showHealth(request: Request): Promise<Response> {
  return handleRequest(request, async () => {
    await pgPool().query('SELECT 1');
    return done({ ok: true });
  });
}
