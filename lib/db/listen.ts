import pg from 'pg';
import { env } from '@/lib/env';
import { log } from '@/lib/log';

const FIRST_RETRY_MS = 250;
const LAST_RETRY_MS = 5_000;

export type Listening = { stop: () => Promise<void> };
export type Listener = {
  channels: readonly string[];
  onMessage: (channel: string, payload: string) => void;
  /** after every (re)connection: what was said before it was missed */
  onConnected: () => void;
};

/** LISTEN on a connection of its own, for as long as it takes: a lost connection is made again. */
export function listen({ channels, onMessage, onConnected }: Listener): Listening {
  let client: pg.Client | undefined;
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;
  let retryMs = FIRST_RETRY_MS;

  const again = () => {
    client?.removeAllListeners();
    client?.on('error', () => undefined);
    client = undefined;
    if (stopped || timer) return;
    timer = setTimeout(connect, retryMs);
    timer.unref();
    retryMs = Math.min(retryMs * 2, LAST_RETRY_MS);
  };
  const connect = async () => {
    timer = undefined;
    const fresh = new pg.Client({ connectionString: env().DATABASE_URL });
    client = fresh;
    fresh.on('error', again);
    fresh.on('end', again);
    fresh.on('notification', ({ channel, payload }) => onMessage(channel, payload ?? ''));
    try {
      await fresh.connect();
      await fresh.query(channels.map((channel) => `LISTEN ${pg.escapeIdentifier(channel)}`).join('; '));
      retryMs = FIRST_RETRY_MS;
      onConnected();
    } catch (error) {
      log().warn({ name: error instanceof Error ? error.name : 'unknown' }, 'cannot listen yet');
      fresh.end().catch(() => undefined);
      again();
    }
  };
  void connect();
  return {
    stop: async () => {
      stopped = true;
      clearTimeout(timer);
      const last = client;
      client?.removeListener('end', again);
      await last?.end().catch(() => undefined);
    },
  };
}
