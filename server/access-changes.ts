import pg from 'pg';
import { CHANNEL } from '@/lib/db/notify';
import { SERVER_LOCK } from '@/lib/db/server-lock';
import { type AccessChange, AccessChangeSchema } from '@/lib/domain/people/access-change';
import { log } from '@/lib/log';

const RETRY_MS = 1_000;

export type AccessListener = { close: () => Promise<void> };

/**
 * Hears who lost a right, from whatever process or bundle changed it ([S1]). It keeps a connection of its own: LISTEN
 * holds on to one. After a broken connection `onGap` is called, because messages were missed.
 */
export async function listenForAccessChanges(
  connectionString: string,
  onChange: (change: AccessChange) => void,
  onGap: () => void,
): Promise<AccessListener> {
  let client: pg.Client | undefined;
  let retry: NodeJS.Timeout | undefined;
  let closed = false;

  const connect = async () => {
    const next = new pg.Client({ connectionString, keepAlive: true });
    client = next;
    next.on('notification', ({ payload }) => hear(payload, onChange));
    next.once('end', () => again());
    next.on('error', (error) => log().warn({ err: error }, 'lost the connection that hears access changes'));
    await next.connect();
    await next.query('SELECT pg_advisory_lock_shared($1)', [SERVER_LOCK]);
    await next.query(`LISTEN ${CHANNEL.access}`);
  };
  const again = () => {
    if (closed || retry) return;
    retry = setTimeout(() => {
      retry = undefined;
      connect().then(onGap, again);
    }, RETRY_MS);
  };

  await connect();
  return {
    close: async () => {
      closed = true;
      clearTimeout(retry);
      await client?.end().catch(() => undefined);
    },
  };
}

function hear(payload: string | undefined, onChange: (change: AccessChange) => void): void {
  try {
    onChange(AccessChangeSchema.parse(JSON.parse(payload ?? '')));
  } catch (error) {
    log().error({ err: error }, 'an access change that cannot be read');
  }
}
