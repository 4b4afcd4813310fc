import { Auth } from '@auth/core';
import { baseUrl } from '@/lib/env';
import { AUTH_BASE_PATH, authConfig, LINK_PROVIDER } from './auth-config';
import { cookieName } from './cookies';
import { FACILITATOR_EMAIL } from './facilitator-account';

/**
 * [A2] Uses a sign-in link up and starts a session; the Set-Cookie lines, or null when the link is used, expired or
 * made up. @auth/core does this on a GET, which mail scanners open; so only our own POST makes that request.
 */
export async function redeemSignInLink(token: string): Promise<string[] | null> {
  const callback = new URL(`${AUTH_BASE_PATH}/callback/${LINK_PROVIDER}`, baseUrl());
  callback.search = new URLSearchParams({ token, email: FACILITATOR_EMAIL }).toString();
  const answer = await Auth(new Request(callback), authConfig());
  const name = `${cookieName('session')}=`;
  const session = answer.headers.getSetCookie().filter((line) => line.startsWith(name) && !line.startsWith(`${name};`));
  return session.length > 0 ? session : null;
}
