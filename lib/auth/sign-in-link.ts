import { createHash } from 'node:crypto';
import { paths } from '@/lib/api/contracts';
import type { PrismaClient } from '@/lib/db/client';
import { deriveKey } from './derive-key';
import { FACILITATOR_EMAIL, FACILITATOR_NAME, SIGN_IN_LINK_SECONDS } from './facilitator-account';
import { newToken } from './token-hash';

/** The secret @auth/core mixes into what it stores of a token. */
export function signInSecret(): string {
  return deriveKey('sign-in').toString('base64url');
}

/** [A1] A link for the one facilitator of this installation: 15 minutes, one use; only a hash is stored. */
export async function createSignInLink(prisma: PrismaClient, baseUrl: string): Promise<string> {
  await prisma.user.upsert({
    where: { email: FACILITATOR_EMAIL },
    update: {},
    create: { email: FACILITATOR_EMAIL, name: FACILITATOR_NAME },
  });
  const token = newToken();
  await prisma.verificationToken.deleteMany({ where: { expires: { lt: new Date() } } });
  await prisma.verificationToken.create({
    data: {
      identifier: FACILITATOR_EMAIL,
      // The form in which @auth/core looks a token up.
      token: createHash('sha256').update(`${token}${signInSecret()}`).digest('hex'),
      expires: new Date(Date.now() + SIGN_IN_LINK_SECONDS * 1_000),
    },
  });
  return baseUrl + paths.signIn(token);
}
