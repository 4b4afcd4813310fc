import { readCredentials } from '@/lib/auth/credentials';
import { findUser, type SignedInUser } from '@/lib/db/sessions';
import { type Answer, refused } from './answer';
import { handleRequest } from './handle-request';

/** For whoever is signed in as a facilitator, outside any workshop. */
export function handleUserRequest(request: Request, run: (user: SignedInUser) => Promise<Answer>): Promise<Response> {
  return handleRequest(request, async () => {
    const user = await findUser(readCredentials(request.headers.get('cookie')));
    return user ? run(user) : refused('signed-out');
  });
}
