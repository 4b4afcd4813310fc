import { readCredentials } from '@/lib/auth/credentials';
import { refused } from '../answer';
import { handleInsideRequest, type WorkshopParams } from '../handle-workshop-request';
import { liveHub } from './live-hub';

const HEADERS = {
  'Content-Type': 'text/event-stream; charset=utf-8',
  'Cache-Control': 'no-store, no-transform',
  // Proxies that collect an answer before passing it on would hold every event back.
  'X-Accel-Buffering': 'no',
};

/** GET /api/workshops/<id>/live: a `state` event at once and at every change; `bye` when access ends ([W5]-[W8]). */
export function followWorkshop(request: Request, { workshop }: WorkshopParams): Promise<Response> {
  return handleInsideRequest(request, workshop, async ({ viewer }) => {
    const credentials = readCredentials(request.headers.get('cookie'));
    const screen = liveHub().open(workshop, credentials, viewer);
    if (!screen) return refused('too-many-screens');
    request.signal.addEventListener('abort', () => screen.end(), { once: true });
    if (request.signal.aborted) screen.end();
    return new Response(screen.stream, { headers: HEADERS });
  });
}
