import { type NextRequest, NextResponse } from 'next/server';
import { contentSecurityPolicy, securityHeaders } from '@/lib/http/security-headers';

const NONCE_BYTES = 16;

/** Every page gets a nonce of its own; Next finds it in the policy on the request, pages in x-nonce. */
export function proxy(request: NextRequest): NextResponse {
  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(NONCE_BYTES))).toString('base64');
  const forwarded = new Headers(request.headers);
  forwarded.set('x-nonce', nonce);
  forwarded.set('Content-Security-Policy', contentSecurityPolicy(nonce));
  const response = NextResponse.next({ request: { headers: forwarded } });
  for (const [name, value] of Object.entries(securityHeaders(nonce))) response.headers.set(name, value);
  return response;
}

// Uploads pass by: for this function their whole body would be kept in memory, and cut off at a limit of Next's own.
export const config = { matcher: '/((?!_next/static/|api/sources(?:/preview)?$|api/templates(?:/preview)?$).*)' };
