/**
 * Where a request comes from: only for counting wrong codes, never stored, never logged. The server writes it in a
 * header of its own, over whatever a client put there, because a route does not see the socket.
 */
import { env } from '@/lib/env';

export const ADDRESS_HEADER = 'x-knooppunt-address';
const UNKNOWN = 'unknown';

/** What the server writes: behind a proxy (PUBLIC_URL is set) what that proxy added last, else the socket's address. */
export function addressOf(socketAddress: string | undefined, forwarded: string | string[] | undefined): string {
  const last = env().PUBLIC_URL ? [forwarded ?? []].flat().join(',').split(',').at(-1)?.trim() : '';
  return last || socketAddress || UNKNOWN;
}

/** What a route reads. */
export function clientAddress(headers: Headers): string {
  return headers.get(ADDRESS_HEADER) ?? UNKNOWN;
}
