/**
 * Where a request comes from, only for counting wrong codes; never stored, never logged. server/main.ts writes the
 * address of the socket in this header and removes what a client put there.
 */
export const ADDRESS_HEADER = 'x-knooppunt-address';

export function clientAddress(headers: Headers): string {
  const forwarded = headers.get('x-forwarded-for')?.split(',').at(-1)?.trim();
  return headers.get(ADDRESS_HEADER) ?? forwarded ?? 'unknown';
}
