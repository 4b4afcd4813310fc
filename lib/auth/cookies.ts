/** The cookies of this installation: one for a facilitator's session, one for a browser, two short-lived ones for joining. */
import { isHttps } from '@/lib/env';

export type CookieKind = 'session' | 'device' | 'join' | 'tries';

const DAY_SECONDS = 86_400;

/** How long a browser keeps each, in seconds. */
export const COOKIE_SECONDS = {
  session: 14 * DAY_SECONDS,
  device: 60 * DAY_SECONDS,
  join: 3_600,
  tries: 3_600,
} as const satisfies Record<CookieKind, number>;

/** [H3] `__Host-` exactly when the public address is https: over plain http a browser would drop such a cookie. */
export function cookieName(kind: CookieKind, https = isHttps()): string {
  return `${https ? '__Host-' : ''}kp-${kind}`;
}

/** The value of one cookie in a Cookie header; undefined when absent, empty or longer than any of ours. */
export function readCookie(header: string | null | undefined, kind: CookieKind): string | undefined {
  const name = cookieName(kind);
  for (const part of (header ?? '').split(';')) {
    const at = part.indexOf('=');
    if (at < 0 || part.slice(0, at).trim() !== name) continue;
    const value = part.slice(at + 1).trim();
    return /^[\w-]{1,256}$/.test(value) ? value : undefined;
  }
  return undefined;
}

/** A Set-Cookie line. */
export function setCookie(kind: CookieKind, value: string, maxAgeSeconds: number = COOKIE_SECONDS[kind]): string {
  const secure = isHttps() ? '; Secure' : '';
  return `${cookieName(kind)}=${value}; Path=/; Max-Age=${maxAgeSeconds}; HttpOnly; SameSite=Lax${secure}`;
}

export function clearCookie(kind: CookieKind): string {
  return setCookie(kind, '', 0);
}
