import { pgPool } from '@/lib/db/client';
import { done, refused } from './answer';
import { handleRequest } from './handle-request';

/** Who asks wants to know now; a database that hangs is away. */
const PATIENCE_MS = 2_000;

async function isDatabaseThere(): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), PATIENCE_MS);
  });
  const query = pgPool()
    .query('SELECT 1')
    .then(() => true);
  try {
    return await Promise.race([query, late]);
  } finally {
    clearTimeout(timer);
    query.catch(() => undefined);
  }
}

/** GET /api/health: 200 when the database answers within two seconds, 503 when it does not. */
export function showHealth(request: Request): Promise<Response> {
  return handleRequest(request, async () => {
    return (await isDatabaseThere()) ? done({ ok: true }) : refused('unavailable');
  });
}
