import { clientAddress } from '@/lib/auth/client-address';
import { readCookie, setCookie } from '@/lib/auth/cookies';
import { hashCode } from '@/lib/auth/join-token';
import { hashToken, newToken } from '@/lib/auth/token-hash';
import { type FoundLink, findLink } from '@/lib/db/join-links';
import { normalizeCode } from '@/lib/domain/links/short-code';
import { type Guesser, giveTryBack, takeTry } from './code-tries';

export type Brought = { token?: string | undefined; code?: string | undefined };
export type BroughtLink =
  | { ok: true; link: FoundLink }
  | {
      ok: false;
      refusal: 'link-unknown' | 'code-unknown' | 'too-many-codes';
      retryAfterSeconds?: number;
      cookies: string[];
    };

async function findByToken(token: string | undefined): Promise<BroughtLink> {
  const link = token ? await findLink({ tokenHash: hashToken(token) }) : null;
  return link ? { ok: true, link } : { ok: false, refusal: 'link-unknown', cookies: [] };
}

/** A browser without a cookie gets one at its first wrong code; throwing it away only moves the count to its address. */
function guesserOf(headers: Headers): { guesser: Guesser; cookies: string[] } {
  const cookie = headers.get('cookie');
  const known = readCookie(cookie, 'device') ?? readCookie(cookie, 'tries');
  const browser = known ?? newToken();
  return { guesser: { browser, address: clientAddress(headers) }, cookies: known ? [] : [setCookie('tries', browser)] };
}

async function findByCode(typed: string, headers: Headers): Promise<BroughtLink> {
  const { guesser, cookies } = guesserOf(headers);
  const allowed = await takeTry(guesser);
  if (!allowed.ok) return { ...allowed, cookies };
  const code = normalizeCode(typed);
  const link = code && (await findLink({ codeHash: hashCode(code) }));
  if (!link) return { ok: false, refusal: 'code-unknown', cookies };
  await giveTryBack(guesser);
  return { ok: true, link };
}

/** The link of a token, else of a code ([L7]), else of the cookie that /m/<token> set ([L8]). */
export function findBroughtLink({ token, code }: Brought, headers: Headers): Promise<BroughtLink> {
  if (token !== undefined) return findByToken(token);
  if (code !== undefined) return findByCode(code, headers);
  return findByToken(readCookie(headers.get('cookie'), 'join'));
}
