import { clearCookie } from '@/lib/auth/cookies';
import { readCredentials } from '@/lib/auth/credentials';
import { endAccess } from '@/lib/db/sessions';
import { done } from '../answer';
import { handleRequest } from '../handle-request';

/** POST /api/sign-out: [P9] after this the browser is nobody, whoever it was. No body. */
export function signOut(request: Request): Promise<Response> {
  return handleRequest(request, async () => {
    await endAccess(readCredentials(request.headers.get('cookie')));
    return done({ ok: true }, { cookies: [clearCookie('session'), clearCookie('device'), clearCookie('join')] });
  });
}
