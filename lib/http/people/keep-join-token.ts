import { paths } from '@/lib/api/contracts';
import { readCookie, setCookie } from '@/lib/auth/cookies';
import { newToken } from '@/lib/auth/token-hash';

const TOKEN = /^[\w-]{43}$/;
/** Takes the place of an earlier, good link, so that the page does not show that one instead. */
const NO_TOKEN = 'onbekend';

/** A redirect to the join page with the token in a cookie, out of the address bar and the history. */
export function toJoinPage(token: string, cookieHeader: string | null): Response {
  const headers = new Headers({ Location: paths.join, 'Cache-Control': 'no-store', 'Referrer-Policy': 'no-referrer' });
  headers.append('Set-Cookie', setCookie('join', TOKEN.test(token) ? token : NO_TOKEN));
  // Now, so that a join that is sent twice on a bad line finds the person of the first time.
  if (!readCookie(cookieHeader, 'device')) headers.append('Set-Cookie', setCookie('device', newToken()));
  return new Response(null, { status: 303, headers });
}

/** GET /m/<token>: [L8] link → cookie → clean address. Changes nothing on the server. */
export function keepJoinToken(request: Request, { token }: { token: string }): Promise<Response> {
  return Promise.resolve(toJoinPage(token, request.headers.get('cookie')));
}
