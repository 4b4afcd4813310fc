import { z } from 'zod/mini';
import { readCredentials } from '@/lib/auth/credentials';
import { redeemSignInLink } from '@/lib/auth/redeem-sign-in-link';
import { endSession } from '@/lib/db/sessions';
import { type Answer, done, refused } from '../answer';
import { handleRequest } from '../handle-request';
import { readBody } from '../read-body';

const SignInSchema = z.object({ token: z.string().check(z.maxLength(200)) });

async function run(request: Request): Promise<Answer> {
  const body = await readBody(request, SignInSchema, { token: 'sign-in-link-used' });
  if (!body.ok) return refused(body.refusal);
  const cookies = await redeemSignInLink(body.value.token);
  if (!cookies) return refused('sign-in-link-used');
  // The browser is about to forget the session it had.
  await endSession(readCredentials(request.headers.get('cookie')));
  return done({ ok: true }, { cookies });
}

/** POST /api/sign-in {token}: [A2] the button on /inloggen. */
export function signIn(request: Request): Promise<Response> {
  return handleRequest(request, () => run(request));
}
