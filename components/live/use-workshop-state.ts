'use client';
import { useEffect, useRef, useState } from 'react';
import { type ByeReason, paths, type WorkshopState } from '@/lib/api/contracts';
import { isByeReason } from './bye-reason';

export type Connection = 'connecting' | 'open' | 'lost';
export type LiveWorkshop = { state: WorkshopState; connection: Connection; bye: ByeReason | null };

const RETRY_MS = [1_000, 2_000, 4_000, 8_000];
/** Over HTTP/1.1 a browser has six connections per host for all its tabs; one that nobody looks at gives its own back. */
const HIDDEN_MS = 60_000;

type Handlers = {
  onState: (state: WorkshopState) => void;
  onBye: (reason: ByeReason) => void;
  onConnection: (connection: Connection) => void;
};

function byeReason(event: Event): ByeReason {
  const data: unknown = event instanceof MessageEvent ? event.data : null;
  const text = typeof data === 'string' ? data : '';
  const reason = /"reason"\s*:\s*"([a-z-]+)"/.exec(text)?.[1] ?? text;
  return isByeReason(reason) ? reason : 'gone';
}

/**
 * One EventSource per page. It retries by itself after a cut; after a refusal (it is then CLOSED) we ask once
 * why, because EventSource does not tell: no access means goodbye, anything else means try again.
 */
function follow(workshopId: string, handlers: Handlers): () => void {
  let source: EventSource | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let hiddenTimer: ReturnType<typeof setTimeout> | undefined;
  let tries = 0;
  let over = false;
  let isReleased = false;

  const stop = () => {
    over = true;
    clearTimeout(timer);
    clearTimeout(hiddenTimer);
    source?.close();
  };
  const later = () => {
    // Given back while nobody looks; looking again opens it.
    if (isReleased) return;
    clearTimeout(timer);
    timer = setTimeout(open, RETRY_MS[Math.min(tries, RETRY_MS.length - 1)]);
    tries += 1;
  };
  const askWhy = async () => {
    const answer = await fetch(paths.api.workshop(workshopId), { cache: 'no-store' }).catch(() => null);
    if (over) return;
    if (answer && [401, 403, 404].includes(answer.status)) {
      stop();
      handlers.onBye('gone');
    } else later();
  };
  const open = () => {
    source?.close();
    source = new EventSource(paths.api.live(workshopId));
    source.addEventListener('state', (event: MessageEvent<string>) => {
      tries = 0;
      handlers.onConnection('open');
      handlers.onState(JSON.parse(event.data) as WorkshopState);
    });
    source.addEventListener('bye', (event) => {
      stop();
      handlers.onBye(byeReason(event));
    });
    source.onopen = () => handlers.onConnection('open');
    source.onerror = () => {
      handlers.onConnection('lost');
      if (source?.readyState === EventSource.CLOSED) void askWhy();
    };
  };
  const release = () => {
    isReleased = true;
    clearTimeout(timer);
    source?.close();
  };
  // A phone that was locked keeps a dead stream that still looks open: who looks again gets a fresh one.
  const handleVisibility = () => {
    if (over) return;
    clearTimeout(hiddenTimer);
    isReleased = false;
    if (document.visibilityState === 'visible') open();
    else hiddenTimer = setTimeout(release, HIDDEN_MS);
  };
  open();
  document.addEventListener('visibilitychange', handleVisibility);
  return () => {
    document.removeEventListener('visibilitychange', handleVisibility);
    stop();
  };
}

/** The state document of this recipient, fresh for as long as the page is open. */
export function useWorkshopState(initial: WorkshopState): LiveWorkshop {
  const [state, setState] = useState(initial);
  const [connection, setConnection] = useState<Connection>('connecting');
  const [bye, setBye] = useState<ByeReason | null>(null);
  const latest = useRef(initial.now);
  useEffect(
    () =>
      follow(initial.id, {
        onState: (next) => {
          if (next.now < latest.current) return;
          latest.current = next.now;
          setState(next);
        },
        onBye: setBye,
        onConnection: setConnection,
      }),
    [initial.id],
  );
  return { state, connection, bye };
}
