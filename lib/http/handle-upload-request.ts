import type { SignedInUser } from '@/lib/db/sessions';
import type { Answer } from './answer';
import { handleUserRequest } from './handle-user-request';
import { oneAtATime } from './one-at-a-time';
import { securityHeaders } from './security-headers';

/**
 * For a file from whoever is signed in. These addresses pass proxy.ts by, which would keep the whole body in memory
 * first and cut it off at its own limit; hence [H6] here.
 */
export async function handleUploadRequest(
  request: Request,
  run: (user: SignedInUser) => Promise<Answer>,
): Promise<Response> {
  const response = await handleUserRequest(request, (user) => oneAtATime(user.userId, () => run(user)));
  return withSecurityHeaders(response);
}

export function withSecurityHeaders(response: Response): Response {
  for (const [name, value] of Object.entries(securityHeaders(crypto.randomUUID()))) response.headers.set(name, value);
  return response;
}
