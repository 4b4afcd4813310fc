import type { Credentials } from '@/lib/db/viewer-facts';
import { readCookie } from './cookies';
import { hashToken, hashTokenHex } from './token-hash';

/** What a Cookie header says, hashed as it is stored; whether it is worth anything only the database knows. */
export function readCredentials(cookieHeader: string | null | undefined): Credentials {
  const session = readCookie(cookieHeader, 'session');
  const device = readCookie(cookieHeader, 'device');
  return {
    sessionHash: session === undefined ? null : hashTokenHex(session),
    deviceHash: device === undefined ? null : hashToken(device),
  };
}
