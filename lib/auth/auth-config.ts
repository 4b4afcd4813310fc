import type { AuthConfig } from '@auth/core';
import type { Adapter, AdapterSession } from '@auth/core/adapters';
import { PrismaAdapter } from '@auth/prisma-adapter';
import { prisma } from '@/lib/db/client';
import { isHttps } from '@/lib/env';
import { log } from '@/lib/log';
import { COOKIE_SECONDS, cookieName } from './cookies';
import { FACILITATOR_EMAIL, SIGN_IN_LINK_SECONDS } from './facilitator-account';
import { signInSecret } from './sign-in-link';
import { hashTokenHex, newToken } from './token-hash';

export const AUTH_BASE_PATH = '/api/auth';
export const LINK_PROVIDER = 'link';

type Required<Key extends keyof Adapter> = NonNullable<Adapter[Key]>;

/** [A3] The table of sessions holds hashes: a copy of the database signs nobody in. */
function withHashedSessions(adapter: Adapter): Adapter {
  const plain = (session: AdapterSession, sessionToken: string): AdapterSession => ({ ...session, sessionToken });
  const { createSession, getSessionAndUser, updateSession, deleteSession } = adapter;
  if (!createSession || !getSessionAndUser || !updateSession || !deleteSession)
    throw new Error('the adapter has no sessions');
  return {
    ...adapter,
    createSession: (async (data) =>
      plain(
        await createSession({ ...data, sessionToken: hashTokenHex(data.sessionToken) }),
        data.sessionToken,
      )) satisfies Required<'createSession'>,
    getSessionAndUser: (async (token) => {
      const found = await getSessionAndUser(hashTokenHex(token));
      return found && { ...found, session: plain(found.session, token) };
    }) satisfies Required<'getSessionAndUser'>,
    updateSession: (async (data) => {
      const session = await updateSession({ ...data, sessionToken: hashTokenHex(data.sessionToken) });
      return session && plain(session, data.sessionToken);
    }) satisfies Required<'updateSession'>,
    deleteSession: (async (token) => {
      await deleteSession(hashTokenHex(token));
    }) satisfies Required<'deleteSession'>,
  };
}

/** @auth/core with database sessions and one provider: a printed link, which is an e-mail that is never sent. */
export function authConfig(): AuthConfig {
  return {
    adapter: withHashedSessions(PrismaAdapter(prisma())),
    basePath: AUTH_BASE_PATH,
    secret: signInSecret(),
    trustHost: true,
    useSecureCookies: isHttps(),
    session: { strategy: 'database', maxAge: COOKIE_SECONDS.session, generateSessionToken: newToken },
    providers: [
      {
        id: LINK_PROVIDER,
        type: 'email',
        name: LINK_PROVIDER,
        from: FACILITATOR_EMAIL,
        maxAge: SIGN_IN_LINK_SECONDS,
        sendVerificationRequest: () => undefined,
      },
    ],
    cookies: {
      sessionToken: {
        name: cookieName('session'),
        options: { httpOnly: true, sameSite: 'lax', path: '/', secure: isHttps() },
      },
    },
    logger: {
      error: (error) => log().debug({ name: error.name }, 'sign-in refused'),
      warn: (code) => log().debug({ code }, 'sign-in'),
    },
  };
}
